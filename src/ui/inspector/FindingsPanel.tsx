import { useState } from 'react'
import { STEP_NAMES } from '../../kinds/steps'
import { STEPS } from '../../model/design'
import { type Finding, SEVERITIES } from '../../rules/rule'
import { commandName } from '../commands/command'
import { narrowScope, reveal, setProfile } from '../commands/findings'
import { commandOf, runCommand } from '../commands/registry'
import { findingsPanel as say } from '../messages/en'
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
          aria-label={say.order}
          value={order}
          onChange={event => setOrder(event.target.value as Order)}
        >
          <option value="severity">{say.orders.severity}</option>
          <option value="step">{say.orders.step}</option>
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
        <ul className={styles.list} aria-label={say.title}>
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
      title={say.fixHint}
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
      <Empty title={say.off.title} text={say.off.text}>
        <Button look="secondary" size="small" onClick={() => setProfile(session, 'learning')}>
          {say.off.turnOn}
        </Button>
      </Empty>
    )
  if (hidden > 0)
    return (
      <Empty title={say.hidden.title(hidden)} text={say.hidden.text}>
        <Button look="secondary" size="small" onClick={() => reveal(session, true)}>
          {say.hidden.show}
        </Button>
      </Empty>
    )
  if (isQuiet && profile === 'learning' && step === null)
    return (
      <Empty title={say.quiet.title} text={say.quiet.text}>
        <Button look="secondary" size="small" onClick={() => setProfile(session, 'review')}>
          {say.quiet.review}
        </Button>
      </Empty>
    )
  return (
    <div className={inspector.empty}>
      <Icon name="circle-check" size={20} />
      <strong>{say.none.title}</strong>
      {step === null ? say.none.text : say.none.inStep(STEP_NAMES[step])}
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
      {say.scopeHint(scope)}
      <Button look="secondary" size="small" onClick={() => narrowScope(session, scope)}>
        {say.scope(scope)}
      </Button>
    </div>
  )
}

function stepOrder(finding: Finding): number {
  return finding.step === 'diagram' ? STEPS.length : STEPS.indexOf(finding.step)
}
