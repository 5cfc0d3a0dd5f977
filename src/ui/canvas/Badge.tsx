import type { Id } from '../../model/design'
import type { Finding } from '../../rules/rule'
import { openFinding } from '../commands/findings'
import { diagram as say } from '../messages/en'
import { SeverityMark } from '../parts/SeverityMark'
import { useAnalysis, useSession } from '../session/hooks'
import styles from './BlockCard.module.css'

/** The gravest finding that marks a block, with their number; a press opens it. */
export function Badge({ id }: { readonly id: Id }) {
  return <BadgeOf findings={useAnalysis(analysis => analysis.marks.get(id))} />
}

/** The badge of these findings, the gravest of which stands first. */
export function BadgeOf({ findings }: { readonly findings: readonly Finding[] | undefined }) {
  const session = useSession()
  const [worst] = findings ?? []
  if (!findings || !worst) return null
  const count = findings.length
  return (
    <button
      type="button"
      // The canvas is one tab stop; with the keyboard F8 opens findings.
      tabIndex={-1}
      className={`${styles.badge} nodrag`}
      data-badge={worst.rule}
      data-rule={worst.rule}
      data-severity={worst.severity}
      data-count={count === 1 ? 'one' : 'many'}
      aria-label={say.badge(count, worst.message)}
      onClick={event => {
        event.stopPropagation()
        openFinding(session, worst)
      }}
    >
      <SeverityMark severity={worst.severity} size={count === 1 ? 18 : 15} />
      {count > 1 && count}
    </button>
  )
}
