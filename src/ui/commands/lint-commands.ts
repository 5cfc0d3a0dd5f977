import { lintCommands as say } from '../messages/en'
import type { Session } from '../session/session'
import type { Command } from './command'
import { canEdit } from './conditions'
import { nextFinding, openRuleBook, reveal, setProfile } from './findings'

/** When the rules speak, the way round what they found, and the book of rules. */
export const LINT_COMMANDS = [
  {
    id: 'next-finding',
    name: say.next,
    group: 'canvas',
    keys: ['F8'],
    isGlobal: true,
    icon: 'circle-alert',
    run: session => nextFinding(session, 1),
  },
  {
    id: 'previous-finding',
    name: say.previous,
    group: 'canvas',
    keys: ['Shift+F8'],
    isGlobal: true,
    icon: 'circle-alert',
    run: session => nextFinding(session, -1),
  },
  {
    id: 'fix-here',
    name: say.fixHere,
    title: say.fixHereTitle,
    group: 'canvas',
    keys: ['Alt+Enter'],
    isGlobal: true,
    icon: 'wand-sparkles',
    isEnabled: session => canEdit(session) && hasFindings(session),
    run: async session => (await import('./fixing')).fixHere(session),
  },
  {
    id: 'fix-step',
    name: session => (session.editor.getState().step ? say.fixStep : say.fixAll),
    title: say.fix,
    group: 'canvas',
    icon: 'wand-sparkles',
    isEnabled: session => canEdit(session) && hasFindings(session),
    run: async session => (await import('./fixing')).fixEvery(session, session.editor.getState().step),
  },
  {
    id: 'review',
    name: session => (isReviewing(session) ? say.reviewOff : say.reviewOn),
    title: say.review,
    group: 'canvas',
    icon: 'eye',
    run: session => setProfile(session, isReviewing(session) ? 'learning' : 'review'),
  },
  {
    id: 'interview',
    name: session => (isInterview(session) ? say.interviewOff : say.interview),
    title: say.interview,
    group: 'canvas',
    icon: 'eye',
    run: session => setProfile(session, isInterview(session) ? 'learning' : 'interview'),
  },
  {
    id: 'reveal',
    name: ({ editor }) => (editor.getState().isRevealed ? say.hide : say.reveal),
    title: say.revealOrHide,
    group: 'canvas',
    icon: 'eye',
    isEnabled: isInterview,
    run: session => reveal(session, !session.editor.getState().isRevealed),
  },
  {
    id: 'lint-off',
    name: ({ editor }) => (editor.getState().profile === 'off' ? say.lintOn : say.lintOff),
    title: say.lint,
    group: 'canvas',
    icon: 'circle-check',
    run: session => setProfile(session, session.editor.getState().profile === 'off' ? 'learning' : 'off'),
  },
  {
    id: 'score',
    name: say.score,
    group: 'help',
    icon: 'circle-check',
    run: ({ editor }) => editor.setState({ dialog: 'score' }),
  },
  {
    id: 'rules',
    name: say.rules,
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
