import { caseChanges as say } from '../messages/en'
import type { CaseChanges } from './changes'

/** “12 blocks and 2 rooms stand elsewhere.” Empty when nothing was moved. */
export function movedSentence({ blocks, rooms }: CaseChanges['moved']): string {
  return blocks + rooms === 0 ? '' : say.moved(blocks, rooms)
}
