import { flushSync } from 'react-dom'
import { STEP_NAMES } from '../../kinds/steps'
import type { Step } from '../../model/design'
import { choosingStep as say } from '../messages/en'
import { announce } from '../session/announce'
import type { Session } from '../session/session'

/** Chooses a step, as its segment of the rail does, and puts the keyboard on its first block in the palette: Enter adds it. */
export function chooseStep(session: Session, step: Step): void {
  // The entries of a folded step are there once the step is chosen.
  flushSync(() => session.editor.setState({ step, isPaletteFolded: false }))
  const first = document.querySelector<HTMLElement>(`[data-step="${step}"] [data-palette]`)
  first?.focus()
  announce(session, say.chosen(STEP_NAMES[step]))
}
