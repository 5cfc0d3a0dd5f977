import { useState } from 'react'
import { STEP_NAMES, stepNumber } from '../../kinds/steps'
import { STEPS } from '../../model/design'
import { type Finding, findingKey, SEVERITIES } from '../../rules/rule'
import { narrowScope, openFinding, takeWaiverBack, toggleReview } from '../commands/findings'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { SeverityMark } from '../parts/SeverityMark'
import { useAnalysis, useEditor, useSession } from '../session/hooks'
import { useIsNarrow } from '../session/use-is-narrow'
import { FindingDetail, useFindingPlaces } from './FindingDetail'
import styles from './Findings.module.css'
import inspector from './Inspector.module.css'

type Order = 'severity' | 'step'

/** Every open finding: a click selects its blocks, brings them into view and shows what to do. */
export function FindingsPanel() {
  const findings = useAnalysis(analysis => analysis.findings)
  const step = useEditor(editor => editor.step)
  const [order, setOrder] = useState<Order>('severity')
  const shown = step === null ? findings : findings.filter(finding => finding.step === step)
  const sorted = order === 'severity' ? shown : [...shown].sort((a, b) => stepOrder(a) - stepOrder(b))
  return (
    <>
      <div className={styles.bar}>
        {SEVERITIES.map(severity => (
          <span key={severity}>
            <SeverityMark severity={severity} size={14} />
            {shown.filter(finding => finding.severity === severity).length}
          </span>
        ))}
        <select
          className={styles.order}
          aria-label="Order of the findings"
          value={order}
          onChange={event => setOrder(event.target.value as Order)}
        >
          <option value="severity">By severity</option>
          <option value="step">By step</option>
        </select>
      </div>
      <ScopeChip />
      {sorted.length === 0 ? (
        <NoFindings />
      ) : (
        <ul className={styles.list} aria-label="Findings">
          {sorted.map(finding => (
            <FindingRow key={findingKey(finding)} finding={finding} />
          ))}
        </ul>
      )}
      <Waived />
    </>
  )
}

function FindingRow({ finding }: { readonly finding: Finding }) {
  const session = useSession()
  const key = findingKey(finding)
  const isOpen = useEditor(editor => editor.finding === key)
  const places = useFindingPlaces(finding)
  const isNarrow = useIsNarrow()
  // A finding of the brief has no block to point at: its details unfold here, as they do where the canvas is narrow.
  const unfolds = isOpen && (isNarrow || finding.at.length === 0)
  return (
    <li
      className={styles.item}
      data-open={isOpen}
      data-rule={finding.rule}
      data-severity={finding.severity}
      data-step={finding.step}
    >
      <button
        type="button"
        className={styles.row}
        aria-expanded={isOpen}
        onClick={() => openFinding(session, isOpen ? null : finding)}
      >
        <SeverityMark severity={finding.severity} />
        <span className={styles.message}>{finding.message}</span>
        <span className={styles.meta}>
          <b>{finding.step === 'diagram' ? 'Diagram' : `${stepNumber(finding.step)} ${STEP_NAMES[finding.step]}`}</b>
          {` · ${places}`}
        </span>
      </button>
      {unfolds && (
        <div className={styles.detail}>
          <FindingDetail finding={finding} />
        </div>
      )}
    </li>
  )
}

function NoFindings() {
  const session = useSession()
  const isReview = useEditor(editor => editor.isReview)
  const isQuiet = useAnalysis(analysis => STEPS.some(step => analysis.coverage[step].met < analysis.coverage[step].of))
  const step = useEditor(editor => editor.step)
  const isJudged = useAnalysis(analysis => analysis.revision !== null)
  if (!isJudged) return null
  if (isQuiet && !isReview && step === null)
    return (
      <div className={inspector.empty}>
        <strong>Nothing said yet</strong>
        What is missing is named from five blocks on.
        <Button look="secondary" size="small" onClick={() => toggleReview(session)}>
          Review now
        </Button>
      </div>
    )
  return (
    <div className={inspector.empty}>
      <Icon name="circle-check" size={20} />
      <strong>No findings</strong>
      {step === null ? 'Every check that applies is met.' : `Nothing is open in ${STEP_NAMES[step]}.`}
    </div>
  )
}

/** Offers a narrower scope where the drawing looks like one part of a system. */
function ScopeChip() {
  const session = useSession()
  const scope = useAnalysis(analysis => analysis.scopeHint)
  const isQuiet = useAnalysis(analysis => analysis.findings.length === 0)
  if (!scope || isQuiet) return null
  return (
    <div className={styles.scope}>
      {`This looks like the ${scope} part of a system.`}
      <Button look="secondary" size="small" onClick={() => narrowScope(session, scope)}>
        {`Scope: ${scope}`}
      </Button>
    </div>
  )
}

function Waived() {
  const session = useSession()
  const waived = useAnalysis(analysis => analysis.waived)
  const [isOpen, setOpen] = useState(false)
  if (waived.length === 0) return null
  return (
    <div className={styles.waived}>
      <button type="button" className={styles.waivedHead} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} size={14} />
        Waived
        <em>{waived.length}</em>
      </button>
      {isOpen &&
        waived.map(({ waiver, findings }) => (
          <div key={waiver.id} className={styles.waiver}>
            <p>
              {waiver.reason}
              <small>{findings.length === 0 ? `${waiver.rule}, accepts nothing now` : waiver.rule}</small>
            </p>
            <Button
              size="small"
              aria-label={`Take back: ${waiver.rule}`}
              onClick={() => takeWaiverBack(session, waiver)}
            >
              Take back
            </Button>
          </div>
        ))}
    </div>
  )
}

function stepOrder(finding: Finding): number {
  return finding.step === 'diagram' ? STEPS.length : STEPS.indexOf(finding.step)
}
