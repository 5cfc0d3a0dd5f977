import { useEffect } from 'react'
import { setAbout } from '../../model/brief'
import { STEPS, type Step } from '../../model/design'
import { briefPanel as say } from '../messages/en'
import { useDesign, useEditor, useSession } from '../session/hooks'
import styles from './Brief.module.css'
import { askedStep, BriefStep } from './BriefStep'
import { TextField } from './TextField'

interface BriefPanelProps {
  /** Kept by whoever shows the panel, because it goes when another tab is chosen. */
  readonly folded: ReadonlySet<Step>
  readonly onFold: (folded: ReadonlySet<Step>) => void
}

/** The brief in the order of the seven steps: what the design is for, typed, with notes for each step. */
export function BriefPanel({ folded, onFold }: BriefPanelProps) {
  const session = useSession()
  const step = useEditor(editor => editor.step)
  const asked = useEditor(editor => askedStep(editor.field))
  const summary = useDesign(design => design.about.design.summary ?? '')
  useEffect(() => {
    // The question that a finding of one step asks may stand in another.
    if (asked !== undefined && step !== null && asked !== step) session.editor.setState({ step: null })
  }, [asked, step, session])
  return (
    <div className={styles.brief}>
      {step === null && (
        <TextField
          label={say.summary}
          value={summary}
          placeholder={say.summaryHint}
          onChange={text => session.commit(setAbout('summary', text))}
        />
      )}
      {STEPS.filter(one => step === null || one === step).map(one => (
        <BriefStep
          key={one}
          step={one}
          isFolded={step === null && folded.has(one)}
          onFold={isFolded => onFold(new Set(isFolded ? [...folded, one] : [...folded].filter(each => each !== one)))}
        />
      ))}
    </div>
  )
}
