import type { Session } from '../session/session'
import type { Command } from './command'
import { canEdit } from './conditions'
import { nextFinding, openRuleBook, reveal, setProfile } from './findings'

/** When the rules speak, the way round what they found, and the book of rules. */
export const LINT_COMMANDS = [
  {
    id: 'next-finding',
    name: 'Next finding',
    group: 'canvas',
    keys: ['F8'],
    icon: 'circle-alert',
    run: session => nextFinding(session, 1),
  },
  {
    id: 'previous-finding',
    name: 'Previous finding',
    group: 'canvas',
    keys: ['Shift+F8'],
    icon: 'circle-alert',
    run: session => nextFinding(session, -1),
  },
  {
    id: 'fix-step',
    name: session => (session.editor.getState().step ? 'Fix all of this step' : 'Fix all findings'),
    title: 'Fix all findings, or those of the chosen step',
    group: 'canvas',
    icon: 'wand-sparkles',
    isEnabled: session => canEdit(session) && hasFindings(session),
    run: async session => (await import('./fixing')).fixEvery(session, session.editor.getState().step),
  },
  {
    id: 'review',
    name: session => (isReviewing(session) ? 'Say only what matters now' : 'Review everything now'),
    title: 'Review everything, or only what matters now',
    group: 'canvas',
    icon: 'eye',
    run: session => setProfile(session, isReviewing(session) ? 'learning' : 'review'),
  },
  {
    id: 'interview',
    name: session =>
      isInterview(session) ? 'End the interview profile' : 'Interview: count findings, show them when asked',
    title: 'Interview: count findings, show them when asked',
    group: 'canvas',
    icon: 'eye',
    run: session => setProfile(session, isInterview(session) ? 'learning' : 'interview'),
  },
  {
    id: 'reveal',
    name: ({ editor }) =>
      editor.getState().isRevealed ? 'Hide the findings again' : 'Show the findings of the interview',
    title: 'Show or hide the findings of the interview',
    group: 'canvas',
    icon: 'eye',
    isEnabled: isInterview,
    run: session => reveal(session, !session.editor.getState().isRevealed),
  },
  {
    id: 'lint-off',
    name: ({ editor }) => (editor.getState().profile === 'off' ? 'Turn lint on' : 'Turn lint off'),
    title: 'Turn lint on or off',
    group: 'canvas',
    icon: 'circle-check',
    run: session => setProfile(session, session.editor.getState().profile === 'off' ? 'learning' : 'off'),
  },
  {
    id: 'score',
    name: 'Coverage and score',
    group: 'help',
    icon: 'circle-check',
    run: ({ editor }) => editor.setState({ dialog: 'score' }),
  },
  {
    id: 'rules',
    name: 'Rule book',
    group: 'help',
    icon: 'circle-help',
    run: session => openRuleBook(session),
  },
] as const satisfies readonly Command[]

function hasFindings(session: Session): boolean {
  return session.analysis.getState().findings.length > 0
}

function isReviewing({ editor }: Session): boolean {
  return editor.getState().profile === 'review'
}

function isInterview({ editor }: Session): boolean {
  return editor.getState().profile === 'interview'
}
