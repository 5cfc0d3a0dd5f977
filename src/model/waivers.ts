import { type Design, type Id, isTaken } from './design'
import type { Edit } from './edit'
import { freeId } from './ids'

/** Accepts the finding of a rule at these blocks, with the reason that is kept in the file. No blocks: the rule everywhere. */
export function waive(design: Design, rule: string, at: readonly Id[], reason: string): Edit {
  const id = freeId(['waive', rule, ...at].join('-'), taken => isTaken(design, taken))
  return { label: `Waive ${rule}`, changes: [{ op: 'put', table: 'waivers', id, record: { id, rule, at, reason } }] }
}

/** Takes a waiver back: its finding shows again. */
export function unwaive(id: Id): Edit {
  return { label: 'Take waiver back', changes: [{ op: 'cut', table: 'waivers', id }] }
}
