import type { EngineName } from '../../layout/engines'
import type { Mode } from '../../layout/layout'
import type { Block, Design, Id } from '../../model/design'
import type { Edit } from '../../model/edit'
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
  if (Object.keys(session.design().blocks).length > 0) void session.opened.journal.keepVersion('Before Tidy')
  await layOut(session, wishes)
}

let steps = 0

/**
 * Commits a change to what stands on the design or what is connected with what. While the auto-tidy switch is on the
 * design is laid out afterwards, and both are undone together.
 */
export function commitAndTidy(session: Session, edit: Edit): boolean {
  if (!session.editor.getState().isAutoTidy) return session.commit(edit)
  steps += 1
  const merge = `auto-tidy-${steps}`
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
  const { design, revision } = document.getState()
  if (Object.keys(design.blocks).length === 0) return
  editor.setState({ isTidying: true })
  const result = await session.layout.run(design, wishes)
  if (session.isDisposed()) return
  if (!result.ok && result.reason === 'replaced') return
  editor.setState({ isTidying: false })
  if (!result.ok) {
    if (result.reason === 'failed') tell(editor, { text: result.message, severity: 'error' })
    return
  }
  // The person went on while the layout ran: it speaks of an older design, so lay out the present one.
  if (document.getState().revision !== revision) return layOut(session, wishes)
  const edit = { ...result.edit, label: label ?? result.edit.label }
  session.view.glide(() => session.commit(edit, merge ? { merge } : {}))
  announce(session, 'Tidied.')
}

/** Gives a design whose blocks have no places its first layout, which is not an edit of the person. */
export async function layOutNew(session: Session): Promise<void> {
  const { document } = session
  const design = session.design()
  const unplaced = Object.values(design.blocks).filter(block => !block.at)
  if (unplaced.length === 0) return
  const isFirst = unplaced.length === Object.keys(design.blocks).length
  if (!isFirst) {
    document.commit(await placed(design, unplaced), 'load')
    return
  }
  const result = await session.layout.run(design)
  if (result.ok) document.commit(result.edit, 'load')
  else document.commit(await placed(design, unplaced), 'load')
}

/** Blocks without a place get free ground; those that stand stay. */
async function placed(design: Design, blocks: readonly Block[]): Promise<Edit> {
  const { place } = await import('../../layout/place')
  return place(design, {
    label: 'Place blocks',
    changes: blocks.map(block => ({ op: 'put', table: 'blocks', id: block.id, record: block })),
  })
}
