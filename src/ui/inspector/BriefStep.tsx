import { useEffect } from 'react'
import { BRIEF_PARTS, briefField } from '../../kinds/brief'
import { STEP_NAMES } from '../../kinds/steps'
import { setStepNotes } from '../../model/brief'
import type { Step } from '../../model/design'
import { SEVERITIES } from '../../rules/rule'
import { briefPanel as say } from '../messages/en'
import { Icon } from '../parts/Icon'
import { SeverityMark } from '../parts/SeverityMark'
import { StepRing } from '../parts/StepRing'
import { useAnalysis, useDesign, useEditor, useSession } from '../session/hooks'
import styles from './Brief.module.css'
import { BriefField } from './BriefField'
import { BriefFindings } from './BriefFindings'
import { NotesField } from './NotesField'

interface BriefStepProps {
  readonly step: Step
  readonly isFolded: boolean
  readonly onFold: (isFolded: boolean) => void
}

/** One step of the brief: how much of it is covered, its questions, its notes and what is open in it. */
export function BriefStep({ step, isFolded, onFold }: BriefStepProps) {
  const isAsked = useEditor(editor => askedStep(editor.field) === step)
  useEffect(() => {
    if (isAsked && isFolded) onFold(false)
  }, [isAsked, isFolded, onFold])
  return (
    <section className={styles.step} data-step={step} aria-label={say.step(STEP_NAMES[step])}>
      <h2>
        <button type="button" aria-expanded={!isFolded} className={styles.head} onClick={() => onFold(!isFolded)}>
          <Icon name={isFolded ? 'chevron-right' : 'chevron-down'} size={14} />
          <StepState step={step} />
        </button>
      </h2>
      {!isFolded && (
        <>
          <Questions step={step} />
          <StepNotes step={step} />
          <BriefFindings step={step} />
        </>
      )}
    </section>
  )
}

/** The step whose answer a fix asks for (`brief.dau`), or undefined. */
export function askedStep(field: string | null): Step | undefined {
  return field?.startsWith('brief.') ? briefField(field.slice('brief.'.length))?.step : undefined
}

function StepState({ step }: { readonly step: Step }) {
  const { met, of } = useAnalysis(analysis => analysis.coverage[step])
  const findings = useAnalysis(analysis => analysis.findings)
  const open = findings.filter(finding => finding.step === step)
  const worst = SEVERITIES.find(severity => open.some(finding => finding.severity === severity))
  return (
    <>
      <StepRing step={step} met={met} of={of} />
      {STEP_NAMES[step]}
      <span className={styles.covered} title={say.coveredHint(met, of)}>
        {of > 0 && say.covered(met, of)}
      </span>
      {worst && (
        <span className={styles.count} data-severity={worst}>
          <SeverityMark severity={worst} size={14} />
          {open.filter(finding => finding.severity === worst).length}
        </span>
      )}
    </>
  )
}

function Questions({ step }: { readonly step: Step }) {
  return (BRIEF_PARTS[step] ?? []).map(part => (
    <div key={part.name} className={styles.part} role="group" aria-label={part.name}>
      <h3>{part.name}</h3>
      {part.fields.map(field => (
        <BriefField key={field.key} name={field.key} />
      ))}
    </div>
  ))
}

function StepNotes({ step }: { readonly step: Step }) {
  const session = useSession()
  const notes = useDesign(design => design.brief.design.notes?.[step] ?? '')
  return <NotesField value={notes} onChange={text => session.commit(setStepNotes(step, text))} />
}
