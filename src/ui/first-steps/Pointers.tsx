import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { Keys } from '../parts/Keys'
import { useEditor } from '../session/hooks'
import { preferences, usePreference } from '../session/preferences'
import styles from './FirstSteps.module.css'
import { KEPT_HERE, keysTo } from './words'

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
          Blocks, in the order of the seven steps
        </p>
      )}
      {!isInspectorFolded && (
        <p className={styles.pointer} data-to="findings">
          The steps above fill as the design does; what it still misses is listed here
          <Icon name="arrow-right" size={14} />
        </p>
      )}
      <p className={styles.pointer} data-to="help">
        <span>
          <Keys of={keysTo('shortcuts')} /> shows every key
        </span>
        <Icon name="arrow-right" size={14} />
      </p>
      <p className={styles.kept}>
        <Icon name="hard-drive" size={14} />
        {KEPT_HERE}
      </p>
      <Button size="small" onClick={() => preferences.set('firstSteps', false)}>
        Hide these pointers
      </Button>
    </>
  )
}
