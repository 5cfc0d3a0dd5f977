import type { Block } from '../model/design'
import { isSource } from './lineage'
import { wordOf } from './props'

const OUTSIDERS = new Set(['user-generated', 'third-party'])
const OUTSIDE_SOURCES = new Set(['third-party', 'crawl'])

/** Whether people outside wrote what a source holds: it says so, or says nothing and is a crawl or a bought feed. */
export function isWrittenByOutsiders(block: Block): boolean {
  if (!isSource(block)) return false
  const trust = wordOf(block.props, 'trust')
  return trust === undefined ? OUTSIDE_SOURCES.has(wordOf(block.props, 'sourceType') ?? '') : OUTSIDERS.has(trust)
}
