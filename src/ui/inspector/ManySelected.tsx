import { deleteSelection } from '../commands/deleting'
import { tidy } from '../commands/tidying'
import { Button } from '../parts/Button'
import { CommandButton } from '../parts/CommandButton'
import { useEditor, useSession } from '../session/hooks'
import { ArrangeButtons } from './ArrangeButtons'
import styles from './Inspector.module.css'

interface ManySelectedProps {
  readonly blocks: number
  readonly flows: number
  readonly groups: number
}

/** What can be done with several selected things at once. */
export function ManySelected({ blocks, flows, groups }: ManySelectedProps) {
  const session = useSession()
  const selected = useEditor(editor => editor.blocks)
  const parts = [counted(blocks, 'block'), counted(flows, 'flow'), counted(groups, 'room')].filter(Boolean)
  return (
    <>
      <div className={styles.head}>
        <h2>{`${joined(parts)} selected`}</h2>
      </div>
      {blocks > 1 && <ArrangeButtons />}
      <div className={styles.actions}>
        {blocks + groups > 1 && <CommandButton command="group" label="Put in a room" look="secondary" />}
        {blocks > 1 && (
          <Button look="secondary" icon="workflow" onClick={() => void tidy(session, { ids: selected })}>
            Tidy these
          </Button>
        )}
        <Button look="secondary" icon="trash-2" onClick={() => deleteSelection(session)}>
          Delete
        </Button>
        {blocks + groups > 0 && <CommandButton command="lock" look="secondary" />}
      </div>
    </>
  )
}

function counted(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** “2 blocks, 1 flow and 1 room”. */
function joined(parts: readonly string[]): string {
  return [parts.slice(0, -1).join(', '), parts.at(-1) ?? ''].filter(Boolean).join(' and ')
}
