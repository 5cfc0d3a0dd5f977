import { BRIEF_FIELDS } from '../../kinds/brief'
import { STEP_NAMES, stepNumber } from '../../kinds/steps'
import { setAbout, setBrief, setStepNotes } from '../../model/brief'
import { type PropValue, STEPS, type Step } from '../../model/design'
import { useDesign, useEditor, useSession } from '../session/hooks'
import styles from './Brief.module.css'
import { FieldControl } from './FieldControl'
import { TextField } from './TextField'

/** The brief in the order of the seven steps: what the design is for, typed, with notes for each step. */
export function BriefPanel() {
  const session = useSession()
  const step = useEditor(editor => editor.step)
  const summary = useDesign(design => design.about.design.summary ?? '')
  return (
    <div className={styles.brief}>
      {step === null && (
        <TextField
          label="Summary"
          value={summary}
          placeholder="What this design is, in a sentence"
          onChange={text => session.commit(setAbout('summary', text))}
        />
      )}
      {STEPS.filter(one => step === null || one === step).map(one => (
        <BriefStep key={one} step={one} />
      ))}
    </div>
  )
}

function BriefStep({ step }: { readonly step: Step }) {
  const session = useSession()
  const brief = useDesign(design => design.brief.design)
  return (
    <section className={styles.step} data-step={step} aria-label={`Brief: ${STEP_NAMES[step]}`}>
      <h2>
        <b>{stepNumber(step)}</b>
        {STEP_NAMES[step]}
      </h2>
      {BRIEF_FIELDS.filter(field => field.step === step).map(field => (
        <FieldControl
          key={field.key}
          field={field}
          path={`brief.${field.key}`}
          value={brief[field.key] as PropValue | undefined}
          isWide={field.type === 'text' || field.type === 'list'}
          onChange={value => session.commit({ ...setBrief(field.key, value), label: `Change ${field.label}` })}
        />
      ))}
      <TextField
        label="Notes"
        value={brief.notes?.[step] ?? ''}
        placeholder="Markdown"
        isMarkdown
        onChange={text => session.commit(setStepNotes(step, text))}
      />
    </section>
  )
}
