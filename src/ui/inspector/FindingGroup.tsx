import { useState } from 'react'
import { STEP_NAMES, stepNumber } from '../../kinds/steps'
import { type Finding, findingKey } from '../../rules/rule'
import { openFinding } from '../commands/findings'
import { findingsPanel as say } from '../messages/en'
import { Icon } from '../parts/Icon'
import { SeverityMark } from '../parts/SeverityMark'
import { Words } from '../parts/Words'
import { useEditor, useSession } from '../session/hooks'
import { useIsNarrow } from '../session/use-is-narrow'
import { FindingDetail, useFindingPlaces } from './FindingDetail'
import styles from './Findings.module.css'

/** Findings of one rule and severity, in the order in which they came. */
export type Group = readonly [Finding, ...Finding[]]

/** Equal findings together, each group where its first finding stood. */
export function grouped(findings: readonly Finding[]): readonly Group[] {
  const groups = new Map<string, [Finding, ...Finding[]]>()
  for (const finding of findings) {
    const key = `${finding.rule} ${finding.severity}`
    const group = groups.get(key)
    if (group) group.push(finding)
    else groups.set(key, [finding])
  }
  return [...groups.values()]
}

/** One row for a finding alone; equal ones fold under the first, with their number. */
export function FindingGroup({ findings }: { readonly findings: Group }) {
  const [first, ...others] = findings
  const open = useEditor(editor => editor.finding)
  const hasOpen = others.some(finding => findingKey(finding) === open)
  const [isUnfolded, setUnfolded] = useState(false)
  if (others.length === 0) return <FindingRow finding={first} />
  const isOpen = isUnfolded || hasOpen
  return (
    <>
      <FindingRow finding={first} />
      {isOpen && others.map(finding => <FindingRow key={findingKey(finding)} finding={finding} />)}
      <li>
        <button
          type="button"
          className={styles.more}
          aria-expanded={isOpen}
          disabled={hasOpen}
          onClick={() => setUnfolded(!isUnfolded)}
        >
          <Icon name={isOpen ? 'chevron-up' : 'chevron-down'} size={14} />
          {isOpen ? say.fewer : say.more(others.length)}
        </button>
      </li>
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
        <span className={styles.message}>
          <Words of={finding.message} />
        </span>
        <span className={styles.meta}>
          <b>{finding.step === 'diagram' ? say.diagram : `${stepNumber(finding.step)} ${STEP_NAMES[finding.step]}`}</b>
          {' · '}
          <bdi>{places}</bdi>
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
