import ELK from 'elkjs/lib/elk.bundled.js'
import type { Elk } from './elk-engine'

/** ELK in this thread: for the command line, where a layout may block. A browser uses the layout runner. */
export const elkInNode: Elk = graph => new ELK().layout(graph)
