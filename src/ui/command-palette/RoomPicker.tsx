import { useMemo } from 'react'
import { mayHold } from '../../layout/join-room'
import { contentsOf } from '../../model/groups'
import { moveSelectionToRoom } from '../commands/joining'
import { roomPicker as say } from '../messages/en'
import { useDesign, useEditor, useSession } from '../session/hooks'
import type { Session } from '../session/session'
import type { Entry } from './entry'
import { Picker } from './Picker'

/** Finds the room that what is selected is to stand in, or none. */
export default function RoomPicker() {
  const session = useSession()
  const design = useDesign(all => all)
  const blocks = useEditor(editor => editor.blocks)
  const groups = useEditor(editor => editor.groups)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is selected is read from the session
  const entries = useMemo(() => roomEntries(session), [session, design, blocks, groups])
  return (
    <Picker
      label={say.name}
      verb={say.move}
      entries={entries}
      onClose={() => session.editor.setState({ dialog: null })}
    />
  )
}

/** Rooms that may take all that is selected, but the one that holds it already. */
function roomEntries(session: Session): Entry[] {
  const design = session.design()
  const { blocks, groups } = session.editor.getState()
  const owners = new Set([
    ...[...blocks].map(id => design.blocks[id]?.group),
    ...[...groups].map(id => design.groups[id]?.group),
  ])
  const isHome = (room: string | undefined) => owners.size === 1 && owners.has(room)
  const rooms = Object.values(design.groups)
    .filter(({ id }) => !isHome(id) && !groups.has(id) && [...groups].every(one => mayHold(design, id, one)))
    .sort((a, b) => a.label.localeCompare(b.label))
  const outer = (id: string | undefined) => (id === undefined ? undefined : design.groups[id]?.label)
  return [
    ...rooms.map(({ id, label, group }): Entry => {
      const [count, around] = [contentsOf(design, [id]).blocks.size, outer(group)]
      return {
        id: `room/${id}`,
        section: say.rooms,
        name: label,
        icon: 'square-dashed',
        hint: around ? say.blocksIn(count, around) : say.blocks(count),
        run: () => moveSelectionToRoom(session, id),
      }
    }),
    ...(isHome(undefined)
      ? []
      : [
          {
            id: 'room/',
            section: say.none,
            name: say.noRoom,
            icon: 'x' as const,
            run: () => moveSelectionToRoom(session, undefined),
          },
        ]),
  ]
}
