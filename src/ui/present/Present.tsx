import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { presentation as say } from '../messages/en'
import { Icon } from '../parts/Icon'
import { StepRing } from '../parts/StepRing'
import { announce } from '../session/announce'
import { useAnalysis, useDesign, useEditor, useSession } from '../session/hooks'
import styles from './Present.module.css'
import { PresentBar } from './PresentBar'
import { PresentNotes } from './PresentNotes'
import { factsOf, look, refresh, sentenceOf, stopsNow } from './presenting'
import type { Stop } from './stops'
import { usePresentKeys } from './use-present-keys'
import { useQuiet } from './use-quiet'
import { useTurning } from './use-turning'

/** A design that is presented: the canvas fills the window under the name of the stop, everything else is put away. */
export default function Present() {
  const session = useSession()
  const stage = useEditor(editor => editor.stage)
  const analysis = useStore(session.analysis)
  const isQuiet = useQuiet()
  const frame = useRef<HTMLElement>(null)
  useDesign(design => design)
  usePresentKeys()
  useTurning()
  usePutAway(stage?.hasNotes ?? false, stage?.hasMarks ?? false)
  useStaying(frame)
  const stops = stopsNow(session)
  const stop = stage && stops[stage.at]
  if (!stop) return null
  return (
    <section ref={frame} className={styles.present} aria-label={say.title} tabIndex={-1} data-present={stage.walk}>
      <Caption stop={stop} hasRings={analysis.isOn} />
      {stage.hasNotes && <PresentNotes stop={stop} />}
      <PresentBar stage={stage} stops={stops} isQuiet={isQuiet} />
    </section>
  )
}

function Caption({ stop, hasRings }: { readonly stop: Stop; readonly hasRings: boolean }) {
  const session = useSession()
  const coverage = useAnalysis(analysis => analysis.coverage)
  const { met, of } = stop.step && hasRings ? coverage[stop.step] : { met: 0, of: 0 }
  return (
    <header className={styles.caption} data-step={stop.step}>
      {stop.step ? <StepRing step={stop.step} met={met} of={of} /> : <Icon name="presentation" size={20} />}
      <h1>{stop.title}</h1>
      <p>
        {factsOf(session, stop).map(fact => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
    </header>
  )
}

/** Says to the style sheet, and with it to the whole page, that a presentation runs. */
function usePutAway(hasNotes: boolean, hasMarks: boolean): void {
  useEffect(() => {
    const { dataset } = document.documentElement
    dataset.presenting = hasNotes ? 'notes' : 'alone'
    if (hasMarks) dataset.marks = ''
    return () => {
      delete dataset.presenting
      delete dataset.marks
    }
  }, [hasNotes, hasMarks])
}

/** Keeps the stop in view when the window or the design changes, and the keyboard where its keys are heard. */
function useStaying(frame: React.RefObject<HTMLElement | null>): void {
  const session = useSession()
  useEffect(() => {
    frame.current?.focus()
    const [first] = stopsNow(session)
    if (first) announce(session, sentenceOf(session, first, 0))
    const canvas = document.querySelector('[data-canvas]')
    const observer = new ResizeObserver(() => look(session, false))
    if (canvas) observer.observe(canvas)
    const unlisten = session.document.subscribe(({ design }, before) => {
      if (design !== before.design) refresh(session)
    })
    return () => {
      observer.disconnect()
      unlisten()
    }
  }, [session, frame])
}
