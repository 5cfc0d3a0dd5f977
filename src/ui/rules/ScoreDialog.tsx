import { STEP_NAMES } from '../../kinds/steps'
import { STEPS, type Step } from '../../model/design'
import { SCORE_LIMITS, STEP_MINUTES } from '../../rules/score'
import { Dialog } from '../parts/Dialog'
import { StepRing } from '../parts/StepRing'
import { useAnalysis, useSession } from '../session/hooks'
import styles from './ScoreDialog.module.css'

/** How well the design covers the seven steps, how that is counted, and what it cannot see. */
export default function ScoreDialog() {
  const session = useSession()
  const { mean, weakest, steps } = useAnalysis(analysis => analysis.score)
  return (
    <Dialog title="Coverage and score" onClose={() => session.editor.setState({ dialog: null })}>
      <div className={styles.dialog}>
        <p className={styles.head}>
          <b>{mean ?? 'Nothing to judge yet'}</b>
          {mean !== null && 'of 100, weighted by the minutes that a step gets in a 45-minute interview.'}
          {weakest && mean !== 100 && ` A design is as strong as its weakest step: ${STEP_NAMES[weakest]}.`}
        </p>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Step</th>
              <th scope="col">Score</th>
              <th scope="col">Checks met</th>
              <th scope="col">Weight</th>
            </tr>
          </thead>
          <tbody>
            {STEPS.filter(step => steps[step]).map(step => (
              <StepRow key={step} step={step} isWeakest={step === weakest && mean !== 100} />
            ))}
          </tbody>
        </table>
        <p>
          A step loses what its failed checks weigh: an error 5, a warning 2, an info 0.5, each rule once. An open error
          holds its step at 60 or less; a waived rule counts neither way. A step without a block or an answer scores 0.
        </p>
        <h3>What it cannot see</h3>
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
      <td>{!score?.isStarted ? 'not started' : (score.score ?? 'nothing applies')}</td>
      <td>{`${met} of ${of}`}</td>
      <td>{STEP_MINUTES[step]}</td>
    </tr>
  )
}
