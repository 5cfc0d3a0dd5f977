import { STEP_NAMES } from '../../kinds/steps'
import { STEPS, type Step } from '../../model/design'
import { SCORE_LIMITS, STEP_MINUTES } from '../../rules/score'
import { scoreDialog as say } from '../messages/en'
import { Dialog } from '../parts/Dialog'
import { StepRing } from '../parts/StepRing'
import { useAnalysis, useSession } from '../session/hooks'
import styles from './ScoreDialog.module.css'

/** How well the design covers the seven steps, how that is counted, and what it cannot see. */
export default function ScoreDialog() {
  const session = useSession()
  const { mean, weakest, steps } = useAnalysis(analysis => analysis.score)
  return (
    <Dialog title={say.title} onClose={() => session.editor.setState({ dialog: null })}>
      <div className={styles.dialog}>
        <p className={styles.head}>
          <b>{mean ?? say.nothing}</b>
          {mean !== null && say.ofHundred}
          {weakest && mean !== 100 && say.weakest(STEP_NAMES[weakest])}
        </p>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{say.step}</th>
              <th scope="col">{say.score}</th>
              <th scope="col">{say.checksMet}</th>
              <th scope="col">{say.weight}</th>
            </tr>
          </thead>
          <tbody>
            {STEPS.filter(step => steps[step]).map(step => (
              <StepRow key={step} step={step} isWeakest={step === weakest && mean !== 100} />
            ))}
          </tbody>
        </table>
        <p>{say.counting}</p>
        <h3>{say.limits}</h3>
        <ul>
          {SCORE_LIMITS.map(limit => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}

function StepRow({ step, isWeakest }: { readonly step: Step; readonly isWeakest: boolean }) {
  const { met, of } = useAnalysis(analysis => analysis.coverage[step])
  const score = useAnalysis(analysis => analysis.score.steps[step])
  return (
    <tr data-step={step} data-weakest={isWeakest}>
      <th scope="row">
        <span>
          <StepRing step={step} met={met} of={of} />
          {STEP_NAMES[step]}
        </span>
      </th>
      <td>{!score?.isStarted ? say.notStarted : (score.score ?? say.nothingApplies)}</td>
      <td>{say.met(met, of)}</td>
      <td>{STEP_MINUTES[step]}</td>
    </tr>
  )
}
