import { deleteSelection } from '../commands/deleting'
import { tidy } from '../commands/tidying'
import { manySelected as say } from '../messages/en'
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
  return (
    <>
      <div className={styles.head}>
        <h2>{say.title(blocks, flows, groups)}</h2>
      </div>
      {blocks > 1 && <ArrangeButtons />}
      <div className={styles.actions}>
        {blocks + groups > 1 && <CommandButton command="group" label={say.group} look="secondary" />}
        {blocks > 1 && (
          <Button look="secondary" icon="workflow" onClick={() => void tidy(session, { ids: selected })}>
            {say.tidy}
          </Button>
        )}
        <Button look="secondary" icon="trash-2" onClick={() => deleteSelection(session)}>
          {say.delete}
        </Button>
        {blocks + groups > 0 && <CommandButton command="lock" look="secondary" />}
      </div>
    </>
  )
}
