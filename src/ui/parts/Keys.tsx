import { keyNames } from '../commands/keys'
import styles from './Keys.module.css'

/** A key hint: `Mod+Shift+Z` is drawn as the keys of this machine. */
export function Keys({ of }: { readonly of: string }) {
  return (
    <span className={styles.keys} aria-hidden="true">
      {keyNames(of).map(name => (
        <kbd key={name} className={styles.key}>
          {name}
        </kbd>
      ))}
    </span>
  )
}
