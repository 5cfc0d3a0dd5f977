/** What the commands of `mend-commands.ts` do, in one piece of code: fetched once the diagram is painted. */
export { deleteSelection } from './deleting'
export { copyProperties, pasteProperties } from './properties'
export { makeSpaceBeside, restackSelection } from './spacing'
export { spliceSelection } from './splicing'
export { roomByHand, toggleGuides } from './tools'
