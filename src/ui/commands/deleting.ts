import { removeAndHeal } from '../../kinds/heal'
import type { Edit } from '../../model/edit'
import { removeFlows } from '../../model/flows'
import { removeGroups } from '../../model/groups'
import { deleting as say } from '../messages/en'
import { announce } from '../session/announce'
import type { Session } from '../session/session'
import { commitAndTidy } from './tidying'

/** What a deletion does beside taking away: by default it joins what stood on both sides, and rooms leave their blocks. */
interface DeleteWishes {
  /** What the rooms hold goes, too. */
  readonly withMembers?: boolean
  /** The flows at the blocks go, and nothing is joined. */
  readonly isCut?: boolean
}

/**
 * Deletes what is selected as one step: blocks with their flows, flows, rooms. Where a block stood between two others,
 * these are joined unless the person cuts.
 */
export function deleteSelection(session: Session, { withMembers = false, isCut = false }: DeleteWishes = {}): void {
  const { blocks, flows, groups } = session.editor.getState()
  const design = session.design()
  const { edit: cutBlocks, joined } = removeAndHeal(design, blocks, isCut ? new Set(Object.keys(design.flows)) : flows)
  const gone = new Set(cutBlocks.changes.map(change => change.id))
  const cutFlows = removeFlows(
    design,
    [...flows].filter(id => !gone.has(id)),
  )
  const cutRooms = removeGroups(design, groups, withMembers)
  const edit: Edit = {
    label: blocks.size > 0 ? cutBlocks.label : groups.size > 0 ? cutRooms.label : cutFlows.label,
    changes: [...cutBlocks.changes, ...cutFlows.changes, ...cutRooms.changes],
  }
  const said = [say.deleted(edit.label), ...joined.map(([source, target]) => say.joined(source.label, target.label))]
  if (commitAndTidy(session, edit)) announce(session, say.all(said))
}
