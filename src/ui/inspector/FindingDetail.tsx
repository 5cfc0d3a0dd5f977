import { Fragment, useEffect, useState } from 'react'
import type { Finding } from '../../rules/rule'
import { openRuleBook, waiveFinding } from '../commands/findings'
import { applyFix, previewFix } from '../commands/fixing'
import { keyNames } from '../commands/keys'
import { findingDetail as say } from '../messages/en'
import { Button } from '../parts/Button'
import { SourceLink } from '../rules/SourceLink'
import { useDesign, useSession } from '../session/hooks'
import styles from './Findings.module.css'

/** Why a finding matters, what its cure costs, where the rule comes from; its fixes, and Waive with a reason. */
export function FindingDetail({ finding }: { readonly finding: Finding }) {
  const session = useSession()
  const [isWaiving, setWaiving] = useState(false)
  const rule = session.lint?.ruleOf(finding.rule)
  const hide = () => previewFix(session, null)
  useEffect(() => () => previewFix(session, null), [session])
  return (
    <>
      {rule && (
        <dl className={styles.terms}>
          <dt>{say.why}</dt>
          <dd>{rule.why}</dd>
          <dt>{say.tradeoff}</dt>
          <dd>{rule.tradeoff}</dd>
          <dt>{say.source}</dt>
          <dd>
            {rule.source.map((source, index) => (
              <Fragment key={source.title + (source.item ?? '')}>
                {index > 0 && '; '}
                <SourceLink source={source} />
              </Fragment>
            ))}
          </dd>
        </dl>
      )}
      <div className={styles.buttons}>
        {finding.fixes.map((fix, index) => (
          <Button
            key={fix.title}
            look={index === 0 ? 'primary' : 'secondary'}
            size="small"
            data-first-fix={index === 0 ? '' : undefined}
            aria-keyshortcuts={index === 0 ? 'Alt+Enter' : undefined}
            title={index === 0 ? keyNames('Alt+Enter').join('+') : undefined}
            onPointerEnter={() => previewFix(session, finding, index)}
            onFocus={() => previewFix(session, finding, index)}
            onPointerLeave={hide}
            onBlur={hide}
            onClick={() => applyFix(session, finding, index)}
          >
            {say.fix(fix.title)}
          </Button>
        ))}
        {!isWaiving && (
          <Button look="secondary" size="small" onClick={() => setWaiving(true)}>
            {say.waive}
          </Button>
        )}
        <button
          type="button"
          className={styles.rule}
          title={say.rulePage}
          onClick={() => openRuleBook(session, finding.rule)}
        >
          {finding.rule}
        </button>
      </div>
      {isWaiving && <WaiveForm finding={finding} onClose={() => setWaiving(false)} />}
    </>
  )
}

interface WaiveFormProps {
  readonly finding: Finding
  readonly onClose: () => void
}

function WaiveForm({ finding, onClose }: WaiveFormProps) {
  const session = useSession()
  const [reason, setReason] = useState('')
  const [isEverywhere, setEverywhere] = useState(false)
  return (
    <form
      className={styles.reason}
      onSubmit={event => {
        event.preventDefault()
        if (reason.trim() !== '') waiveFinding(session, finding, reason.trim(), isEverywhere)
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <input
        dir="auto"
        // biome-ignore lint/a11y/noAutofocus: the field appears because the person just pressed Waive
        autoFocus
        aria-label={say.reason}
        placeholder={say.reasonHint}
        value={reason}
        onChange={event => setReason(event.target.value)}
      />
      {finding.at.length > 0 && (
        <label className={styles.everywhere}>
          <input type="checkbox" checked={isEverywhere} onChange={event => setEverywhere(event.target.checked)} />
          {say.everywhere}
        </label>
      )}
      <Button look="secondary" size="small" type="submit" disabled={reason.trim() === ''}>
        {say.waive}
      </Button>
    </form>
  )
}

/** The names of what a finding speaks of: “Ranker, Registry”; “Brief” for a rule of the brief. */
export function useFindingPlaces(finding: Finding): string {
  return useDesign(design => {
    const names = finding.at.map(id => design.blocks[id]?.label ?? flowName(design, id)).filter(Boolean)
    return names.length === 0 ? say.brief : names.join(', ')
  })
}

function flowName(design: Parameters<Parameters<typeof useDesign>[0]>[0], id: string): string | undefined {
  const flow = design.flows[id]
  return flow && say.flow(design.blocks[flow.source]?.label ?? '', design.blocks[flow.target]?.label ?? '')
}
