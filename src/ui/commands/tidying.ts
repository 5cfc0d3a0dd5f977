import type { EngineName } from '../../layout/engines'
import type { Mode } from '../../layout/layout'
import type { Block, Design, Id } from '../../model/design'
import { type Edit, invert } from '../../model/edit'
import { tidying as say } from '../messages/en'
import { announce } from '../session/announce'
import { tell } from '../session/editor-store'
import type { Session } from '../session/session'

/** What is tidied, and how; everything, by what draws best, without a say. */
export interface TidyWishes {
  /** These blocks alone. */
  readonly ids?: ReadonlySet<Id>
  readonly engine?: EngineName
  readonly mode?: Mode
}

/**
 * Lays the design out as one undo step; blocks glide to their places. A layout that is there keeps its rows and columns,
 * unless the wishes say otherwise.
 */
export async function tidy(session: Session, wishes: TidyWishes = {}): Promise<void> {
  if (Object.keys(session.design().blocks).length > 0) void session.opened.journal.keepVersion(say.versionBefore)
  await layOut(session, wishes)
}

let steps = 0

/** A key of its own for edits that are undone together. */
function stepKey(name: string): string {
  steps += 1
  return `${name}-${steps}`
}

/**
 * Commits a change to what stands on the design or what is connected with what. While the auto-tidy switch is on the
 * design is laid out afterwards, and both are undone together.
 */
export function commitAndTidy(session: Session, edit: Edit): boolean {
  if (!session.editor.getState().isAutoTidy) return session.commit(edit)
  const merge = stepKey('auto-tidy')
  const isDone = session.commit(edit, { merge })
  if (isDone) void layOut(session, { mode: 'follow', merge, label: edit.label })
  return isDone
}

interface LayOutOptions extends TidyWishes {
  readonly merge?: string
  readonly label?: string
}

async function layOut(session: Session, { merge, label, ...wishes }: LayOutOptions): Promise<void> {
  const { document, editor } = session
  const { design } = document.getState()
  if (Object.keys(design.blocks).length === 0) return
  editor.setState({ isTidying: true })
  const key = merge ?? stepKey('tidy')
  const outcome = await shownInSteps(session, wishes, edit => {
    const named = { ...edit, label: label ?? edit.label }
    session.view.glide(() => session.commit(named, { merge: key }))
  })
  if (session.isDisposed() || outcome === 'replaced') return
  editor.setState({ isTidying: false })
  // The person went on while the layout ran: it speaks of an older design, so lay out the present one.
  if (outcome === 'outrun') return layOut(session, wishes)
  if (outcome === 'tidied') announce(session, say.done)
  else if (outcome !== 'cancelled') tell(editor, { text: outcome.message, severity: 'error' })
}

type Outcome = 'tidied' | 'replaced' | 'cancelled' | 'outrun' | { readonly message: string }

/** Lays the design out and hands on the edit to a first drawing, then the edit from that to a better one. */
async function shownInSteps(session: Session, wishes: TidyWishes, show: (edit: Edit) => void): Promise<Outcome> {
  const { design, revision } = session.document.getState()
  const isPresent = (then: number) => !session.isDisposed() && session.document.getState().revision === then
  const shown: { edit: Edit | null; revision: number } = { edit: null, revision }
  const onQuick = (edit: Edit) => {
    if (!isPresent(revision)) return
    show(edit)
    shown.edit = edit
    shown.revision = session.document.getState().revision
  }
  const result = await session.layout.run(design, { ...wishes, onQuick })
  if (!result.ok) return result.reason === 'failed' ? { message: result.message } : result.reason
  const { edit: quick } = shown
  // What the person did to the first drawing counts for more than a better one.
  if (!isPresent(shown.revision)) return quick ? 'tidied' : 'outrun'
  if (!quick) show(result.edit)
  else if (quick !== result.edit)
    show({ ...result.edit, changes: [...invert(design, quick).changes, ...result.edit.changes] })
  return 'tidied'
}

/** Gives a design whose blocks have no places its first layout, which is not an edit of the person. */
export async function layOutNew(session: Session): Promise<void> {
  const { document } = session
  const design = session.design()
  const unplaced = Object.values(design.blocks).filter(block => !block.at)
  if (unplaced.length === 0) return
  const isFirst = unplaced.length === Object.keys(design.blocks).length
  const outcome = isFirst ? await shownInSteps(session, {}, edit => document.commit(edit, 'load')) : null
  if (outcome === 'tidied' || outcome === 'replaced' || session.isDisposed()) return
  document.commit(await placed(session.design(), unplaced), 'load')
}

/** Blocks without a place get free ground; those that stand stay. */
async function placed(design: Design, blocks: readonly Block[]): Promise<Edit> {
  const { place } = await import('../../layout/place')
  return place(design, {
    label: say.firstPlaces,
    changes: blocks.map(block => ({ op: 'put', table: 'blocks', id: block.id, record: block })),
  })
}
