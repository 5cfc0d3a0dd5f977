import { graphOf } from '../../graph/graph'
import { Icon } from '../parts/Icon'
import { Keys } from '../parts/Keys'
import { useDesign } from '../session/hooks'
import styles from './StatusBar.module.css'

/** The bottom line: how large the design is, what the keys do, where the design lives. */
export function StatusBar() {
  const blocks = useDesign(design => graphOf(design).blocks.length)
  const flows = useDesign(design => Object.keys(design.flows).length)
  return (
    <footer className={styles.status}>
      <span>{`${blocks} ${blocks === 1 ? 'block' : 'blocks'}, ${flows} ${flows === 1 ? 'flow' : 'flows'}`}</span>
      <span className={`${styles.item} ${styles.wide}`}>
        <Keys of="/" /> Find a block
      </span>
      <span className={`${styles.item} ${styles.wide}`}>
        <Keys of="Shift+Alt+T" /> Tidy
      </span>
      <span className={`${styles.item} ${styles.wide}`}>
        <Keys of="F8" /> Next finding
      </span>
      <span className={styles.right}>
        <span className={styles.item}>
          <Icon name="hard-drive" size={14} /> On this device
        </span>
      </span>
    </footer>
  )
}
