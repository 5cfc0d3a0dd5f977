import type { VersionRow } from '../../store/stored'
import { versionHistory as say } from '../messages/en'
import styles from './Versions.module.css'
import { whenOf } from './when'

interface VersionListProps {
  /** Newest first. */
  readonly versions: readonly VersionRow[]
  readonly chosen: number
  readonly onChoose: (id: number) => void
}

/** The versions as one choice: the arrow keys go through them. */
export function VersionList({ versions, chosen, onChoose }: VersionListProps) {
  const now = Date.now()
  return (
    <fieldset className={styles.list}>
      <legend className="visually-hidden">{say.list}</legend>
      {versions.map(({ id, at, reason }) => (
        <label key={id} className={styles.row} data-version={id} data-on={id === chosen}>
          <input
            type="radio"
            name="version"
            className="visually-hidden"
            checked={id === chosen}
            onChange={() => onChoose(id)}
          />
          <time dateTime={new Date(at).toISOString()}>{whenOf(at, now)}</time>
          <small>{reason}</small>
        </label>
      ))}
    </fieldset>
  )
}
