import { useState } from 'react'
import { STEP_NAMES } from '../../kinds/steps'
import { STEPS } from '../../model/design'
import { type Finding, SEVERITIES } from '../../rules/rule'
import { commandName } from '../commands/command'
import { narrowScope, reveal, setProfile } from '../commands/findings'
import { commandOf, runCommand } from '../commands/registry'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { SeverityMark } from '../parts/SeverityMark'
import { useAnalysis, useEditor, useSession } from '../session/hooks'
import { FindingGroup, grouped } from './FindingGroup'
import styles from './Findings.module.css'
import inspector from './Inspector.module.css'
import { ProfileSelect } from './ProfileSelect'
import { ScoreLine } from './ScoreLine'
import { Waived } from './Waived'

type Order = 'severity' | 'step'

/** Every open finding, equal ones together: a click selects its blocks, brings them into view and shows what to do. */
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
          <option value="severity">Severity</option>
          <option value="step">Step</option>
        </select>
        <ProfileSelect />
      </div>
      <div className={styles.summary}>
        <ScoreLine />
        <FixEvery isWorthIt={sorted.length > 1} />
      </div>
      <ScopeChip />
      {sorted.length === 0 ? (
        <NoFindings />
      ) : (
        <ul className={styles.list} aria-label="Findings">
          {grouped(sorted).map(group => (
            <FindingGroup key={group[0].rule + group[0].severity} findings={group} />
          ))}
        </ul>
      )}
      <Waived />
    </>
  )
}

/** Offers to fix at once all that is in the list and that a change to the drawing cures. */
function FixEvery({ isWorthIt }: { readonly isWorthIt: boolean }) {
  const session = useSession()
  useEditor(editor => editor.step)
  if (!isWorthIt) return null
  const command = commandOf('fix-step')
  return (
    <Button
      look="secondary"
      size="small"
      icon="wand-sparkles"
      title="Fixes what a change to the drawing cures; one undo step"
      onClick={() => void runCommand(session, command)}
    >
      {commandName(command, session)}
    </Button>
  )
}

function NoFindings() {
  const session = useSession()
  const profile = useEditor(editor => editor.profile)
  const isQuiet = useAnalysis(analysis => STEPS.some(step => analysis.coverage[step].met < analysis.coverage[step].of))
  const hidden = useAnalysis(analysis => analysis.hidden)
  const step = useEditor(editor => editor.step)
  const isJudged = useAnalysis(analysis => analysis.revision !== null)
  if (!isJudged) return null
  if (profile === 'off')
    return (
      <Empty title="Lint is off" text="No rule looks at this drawing.">
        <Button look="secondary" size="small" onClick={() => setProfile(session, 'learning')}>
          Turn lint on
        </Button>
      </Empty>
    )
  if (hidden > 0)
    return (
      <Empty
        title={`${hidden} ${hidden === 1 ? 'finding' : 'findings'}`}
        text="Counted, and kept to themselves until they are asked for."
      >
        <Button look="secondary" size="small" onClick={() => reveal(session, true)}>
          Show them
        </Button>
      </Empty>
    )
  if (isQuiet && profile === 'learning' && step === null)
    return (
      <Empty title="Nothing said yet" text="What is missing is named from five blocks on.">
        <Button look="secondary" size="small" onClick={() => setProfile(session, 'review')}>
          Review now
        </Button>
      </Empty>
    )
  return (
    <div className={inspector.empty}>
      <Icon name="circle-check" size={20} />
      <strong>No findings</strong>
      {step === null ? 'Every check that applies is met.' : `Nothing is open in ${STEP_NAMES[step]}.`}
    </div>
  )
}

interface EmptyProps {
  readonly title: string
  readonly text: string
  readonly children: React.ReactNode
}

function Empty({ title, text, children }: EmptyProps) {
  return (
    <div className={inspector.empty}>
      <strong>{title}</strong>
      {text}
      {children}
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

function stepOrder(finding: Finding): number {
  return finding.step === 'diagram' ? STEPS.length : STEPS.indexOf(finding.step)
}
