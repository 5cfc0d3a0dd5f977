import { Pointers } from '../first-steps/Pointers'
import { emptyCanvas as say } from '../messages/en'
import { goToStart } from '../navigation'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { Keys } from '../parts/Keys'
import { useDesign } from '../session/hooks'
import styles from './Canvas.module.css'

/** What an empty canvas says; gone at the first block. */
export function EmptyCanvas() {
  const isEmpty = useDesign(design => Object.keys(design.blocks).length === 0)
  if (!isEmpty) return null
  return (
    <div className={styles.empty}>
      <Icon name="square-dashed" size={24} />
      <h2>{say.title}</h2>
      <p>{say.text(<Keys key="find" of="/" />)}</p>
      <Button look="secondary" onClick={goToStart}>
        {say.browse}
      </Button>
      <Pointers />
    </div>
  )
}
