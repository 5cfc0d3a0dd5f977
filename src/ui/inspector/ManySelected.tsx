import { deleteSelection } from '../commands/editing'
import { tidy } from '../commands/tidying'
import { Button } from '../parts/Button'
import { useEditor, useSession } from '../session/hooks'
import styles from './Inspector.module.css'

interface ManySelectedProps {
  readonly blocks: number
  readonly flows: number
}

/** What can be done with several selected things at once. */
export function ManySelected({ blocks, flows }: ManySelectedProps) {
  const session = useSession()
  const selected = useEditor(editor => editor.blocks)
  const parts = [counted(blocks, 'block'), counted(flows, 'flow')].filter(Boolean)
  return (
    <>
      <div className={styles.head}>
        <h2>{`${parts.join(' and ')} selected`}</h2>
      </div>
      <div className={styles.actions}>
        {blocks > 1 && (
          <Button look="secondary" icon="workflow" onClick={() => void tidy(session, selected)}>
            Tidy these
          </Button>
        )}
        <Button look="secondary" icon="trash-2" onClick={() => deleteSelection(session)}>
          Delete
        </Button>
      </div>
    </>
  )
}

function counted(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`
}
