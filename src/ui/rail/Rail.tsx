import { STEP_NAMES } from '../../kinds/steps'
import { STEPS, type Step } from '../../model/design'
import { totalOf } from '../../rules/coverage'
import type { Finding, Severity } from '../../rules/rule'
import { rail as say } from '../messages/en'
import { Icon } from '../parts/Icon'
import { SeverityMark } from '../parts/SeverityMark'
import { StepRing } from '../parts/StepRing'
import { useAnalysis, useEditor, useSession } from '../session/hooks'
import styles from './Rail.module.css'

/** The seven steps with what is covered and what is open. Pressing one filters palette, canvas and findings. */
export default function Rail() {
  const session = useSession()
  const chosen = useEditor(editor => editor.step)
  const coverage = useAnalysis(analysis => analysis.coverage)
  const findings = useAnalysis(analysis => analysis.findings)
  const { met, of } = totalOf(coverage)
  const choose = (step: Step | null) => session.editor.setState({ step: step === chosen ? null : step })
  return (
    <nav className={styles.rail} aria-label={say.title}>
      <button
        type="button"
        className={`${styles.segment} ${styles.all}`}
        aria-pressed={chosen === null}
        onClick={() => choose(null)}
      >
        <span className="visually-hidden">{say.allCovered(met, of)}</span>
        <span className={styles.long} aria-hidden="true">
          {say.all}
        </span>
        <span className={styles.covered} aria-hidden="true">
          <span className={styles.long}>{say.covered(met, of)}</span>
          <span className={styles.short}>{say.coveredInShort(met, of)}</span>
        </span>
      </button>
      {STEPS.map(step => {
        const open = findings.filter(finding => finding.step === step)
        const { met, of } = coverage[step]
        return (
          <button
            key={step}
            type="button"
            className={styles.segment}
            data-step={step}
            aria-pressed={chosen === step}
            onClick={() => choose(step)}
          >
            <span className="visually-hidden">{say.step(STEP_NAMES[step], met, of, open.length)}</span>
            <StepRing step={step} met={met} of={of} />
            <span className={styles.name} aria-hidden="true">
              {STEP_NAMES[step]}
            </span>
            <span className={styles.covered} aria-hidden="true">{`${met}/${of}`}</span>
            <SegmentCount open={open} isFull={of > 0 && met === of} />
          </button>
        )
      })}
    </nav>
  )
}

function SegmentCount({ open, isFull }: { readonly open: readonly Finding[]; readonly isFull: boolean }) {
  const worst = worstSeverity(open)
  if (worst)
    return (
      <span className={styles.count} data-severity={worst} aria-hidden="true">
        <SeverityMark severity={worst} size={14} />
        {open.filter(finding => finding.severity === worst).length}
      </span>
    )
  return <span className={styles.count}>{isFull && <Icon name="circle-check" size={16} />}</span>
}

/** The gravest severity among findings, or null when there are none. */
function worstSeverity(findings: readonly Finding[]): Severity | null {
  for (const severity of ['error', 'warning', 'info'] as const)
    if (findings.some(finding => finding.severity === severity)) return severity
  return null
}
