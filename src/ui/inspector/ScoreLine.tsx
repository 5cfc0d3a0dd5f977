import { STEP_NAMES } from '../../kinds/steps'
import { totalOf } from '../../rules/coverage'
import { commandOf, runCommand } from '../commands/registry'
import { scoreLine as say } from '../messages/en'
import { useAnalysis, useSession } from '../session/hooks'
import styles from './Findings.module.css'

/** The coverage of the design in one line: the mean, the weakest step beside it, and the way to how it is counted. */
export function ScoreLine() {
  const session = useSession()
  const { mean, weakest, steps } = useAnalysis(analysis => analysis.score)
  const coverage = useAnalysis(analysis => analysis.coverage)
  const isHidden = useAnalysis(analysis => analysis.hidden > 0)
  if (mean === null || isHidden) return null
  const { met, of } = totalOf(coverage)
  return (
    <button type="button" className={styles.score} onClick={() => void runCommand(session, commandOf('score'))}>
      <b>{say.coverage(mean)}</b>
      {say.checks(met, of)}
      {weakest && mean < 100 && <em>{say.weakest(STEP_NAMES[weakest], steps[weakest]?.score ?? 0)}</em>}
    </button>
  )
}
