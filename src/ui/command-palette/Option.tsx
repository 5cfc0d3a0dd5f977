import { Icon } from '../parts/Icon'
import { Keys } from '../parts/Keys'
import { SeverityMark } from '../parts/SeverityMark'
import { Words } from '../parts/Words'
import type { Entry } from './entry'
import styles from './Picker.module.css'

/** Letters from which a name may not fit its line. */
const LONG = 40

interface OptionProps {
  readonly id: string
  readonly entry: Entry
  readonly isActive: boolean
  readonly onPoint: () => void
  readonly onRun: () => void
}

/** One line of the list. The pointer makes it the current one, a press runs it. */
export function Option({ id, entry, isActive, onPoint, onRun }: OptionProps) {
  const { icon, severity, step, name, detail, hint, keys } = entry
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are pressed in the field, which keeps the focus
    // biome-ignore lint/a11y/useFocusableInteractive: the field points at the current line by aria-activedescendant
    <div
      id={id}
      role="option"
      className={styles.option}
      aria-selected={isActive}
      data-entry={entry.id}
      data-step={step}
      onPointerMove={() => !isActive && onPoint()}
      onClick={onRun}
    >
      <span className={styles.tile} data-tinted={step !== undefined}>
        {severity ? <SeverityMark severity={severity} size={15} /> : icon && <Icon name={icon} size={14} />}
      </span>
      <span className={styles.name} title={name.length > LONG ? name : undefined}>
        <bdi>
          <Words of={name} />
        </bdi>
      </span>
      {detail && (
        <span className={styles.detail}>
          <bdi>{detail}</bdi>
        </span>
      )}
      <span className={styles.hint}>{keys ? <Keys of={keys} /> : (hint ?? (isActive && <Keys of="Enter" />))}</span>
    </div>
  )
}
