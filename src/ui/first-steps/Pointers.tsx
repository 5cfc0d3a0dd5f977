import { pointers as say, storedHere } from '../messages/en'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { Keys } from '../parts/Keys'
import { useEditor } from '../session/hooks'
import { preferences, usePreference } from '../session/preferences'
import styles from './FirstSteps.module.css'
import { keysTo } from './keys-to'

/** Three quiet pointers on an empty canvas to where things are, until the person hides them. */
export function Pointers() {
  const isWanted = usePreference('firstSteps')
  const isPaletteFolded = useEditor(editor => editor.isPaletteFolded)
  const isInspectorFolded = useEditor(editor => editor.isInspectorFolded)
  if (!isWanted) return null
  return (
    <>
      {!isPaletteFolded && (
        <p className={styles.pointer} data-to="palette">
          <Icon name="arrow-right" size={14} />
          {say.toBlocks}
        </p>
      )}
      {!isInspectorFolded && (
        <p className={styles.pointer} data-to="findings">
          {say.toFindings}
          <Icon name="arrow-right" size={14} />
        </p>
      )}
      <p className={styles.pointer} data-to="help">
        <span>{say.toShortcuts(<Keys key="keys" of={keysTo('shortcuts')} />)}</span>
        <Icon name="arrow-right" size={14} />
      </p>
      <p className={styles.kept}>
        <Icon name="hard-drive" size={14} />
        {storedHere.kept}
      </p>
      <Button size="small" onClick={() => preferences.set('firstSteps', false)}>
        {say.hide}
      </Button>
    </>
  )
}
