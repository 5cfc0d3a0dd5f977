import { briefField } from '../../kinds/brief'
import { STEP_NAMES } from '../../kinds/steps'
import type { Step } from '../../model/design'
import { type Finding, findingKey } from '../../rules/rule'
import { openFinding } from '../commands/findings'
import { briefPanel as say } from '../messages/en'
import { SeverityMark } from '../parts/SeverityMark'
import { useAnalysis, useSession } from '../session/hooks'
import styles from './Brief.module.css'
import { type Group, grouped } from './FindingGroup'

/** So many rows stand in a step; the list of findings has the rest. */
const MOST = 4

/** What is open in a step, its own answers first: a press opens the finding. */
export function BriefFindings({ step }: { readonly step: Step }) {
  const session = useSession()
  const findings = useAnalysis(analysis => analysis.findings)
  const groups = grouped(findings.filter(finding => concerns(finding, step)))
  if (groups.length === 0) return null
  const sorted = [...groups].sort((a, b) => Number(isOnDrawing(a)) - Number(isOnDrawing(b)))
  return (
    <div className={styles.open}>
      <ul aria-label={say.open(STEP_NAMES[step])}>
        {sorted.slice(0, MOST).map(([first, ...others]) => (
          <li key={findingKey(first)} data-rule={first.rule}>
            <button type="button" className={styles.finding} onClick={() => openFinding(session, first)}>
              <SeverityMark severity={first.severity} size={14} />
              <span>{first.message}</span>
              {others.length > 0 && <b>{`× ${others.length + 1}`}</b>}
            </button>
          </li>
        ))}
      </ul>
      {sorted.length > MOST && (
        <button
          type="button"
          className={styles.rest}
          onClick={() => session.editor.setState({ tab: 'findings', step, finding: null })}
        >
          {say.moreFindings(sorted.length - MOST)}
        </button>
      )}
    </div>
  )
}

/** A finding stands in its own step and in the step whose question answers it. */
function concerns({ step, at, field }: Finding, asked: Step): boolean {
  if (step === asked) return true
  return at.length === 0 && field !== undefined && briefField(field)?.step === asked
}

function isOnDrawing([first]: Group): boolean {
  return first.at.length > 0
}
