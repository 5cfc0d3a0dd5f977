import type { CaseChanges } from './changes'

/** “12 blocks and 2 rooms stand elsewhere.” Empty when nothing was moved. */
export function movedSentence({ blocks, rooms }: CaseChanges['moved']): string {
  const counts = [counted(blocks, 'block'), counted(rooms, 'room')].filter(count => count !== '')
  if (counts.length === 0) return ''
  return `${counts.join(' and ')} ${blocks + rooms === 1 ? 'stands' : 'stand'} elsewhere.`
}

function counted(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`
}
