import type { Problem } from '../../model/problem'
import styles from './Problems.module.css'

/** What is wrong with an input, place by place, each with its next step. Always text, never markup. */
export function Problems({ problems }: { readonly problems: readonly Problem[] }) {
  return (
    <ul className={styles.problems}>
      {problems.map(({ path, message, hint }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is shown once and never changes
        <li key={index}>
          {path && <code>{path}</code>}
          <span>
            {path ? message : message.charAt(0).toUpperCase() + message.slice(1)}
            {hint && <em>{` ${hint}`}</em>}
          </span>
        </li>
      ))}
    </ul>
  )
}
