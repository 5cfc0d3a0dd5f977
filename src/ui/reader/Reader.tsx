import { useEffect, useState } from 'react'
import { provideWitness } from '../commands/registry'
import { skipping as say } from '../messages/en'
import { useSession } from '../session/hooks'
import type { Session } from '../session/session'
import { lintNews } from './lint-news'
import styles from './Reader.module.css'
import { createSpeech } from './speech'
import { witnessCommand } from './witness'

/** Milliseconds of quiet after which it is said what lint found: findings that come and go while one draws are no news. */
const IDLE_MS = 1000

/** What people who do not see the screen are told, and the ways past the bars at the top for those who use keys. */
export default function Reader() {
  const session = useSession()
  const message = useMessage(session)
  return (
    <>
      <nav className={styles.skip} aria-label={say.name}>
        <button type="button" onClick={() => document.querySelector<HTMLElement>('.react-flow')?.focus()}>
          {say.toDiagram}
        </button>
        <button type="button" onClick={() => goToOutline(session)}>
          {say.toOutline}
        </button>
      </nav>
      <div className="visually-hidden" role="status" aria-live="polite" data-said="">
        {message}
      </div>
    </>
  )
}

/** The outline takes the focus when it opens. */
function goToOutline({ editor }: Session): void {
  editor.setState({ isOutlineOpen: true, isPaletteFolded: false })
  document.querySelector<HTMLElement>('[role="treegrid"]')?.focus()
}

/** The newest message, at most one a second. The same words twice differ in a space, or nobody would hear them again. */
function useMessage(session: Session): string {
  const [message, setMessage] = useState('')
  useEffect(() => {
    const speech = createSpeech(
      words => setMessage(old => (old === words ? `${words}\u00A0` : words)),
      () => session.view.isDragging(),
    )
    provideWitness(witnessCommand)
    const unlisten = session.editor.subscribe((state, before) => {
      if (state.announcement !== before.announcement) speech.say(state.announcement.text)
    })
    const unlint = followLint(session, speech.mention)
    return () => {
      unlisten()
      unlint()
      speech.stop()
    }
  }, [session])
  return message
}

/** Tells what became of the findings once lint has rested. What was there when the design was opened is no news. */
function followLint({ analysis, editor }: Session, tell: (news: string) => void): () => void {
  let known = analysis.getState()
  let profile = editor.getState().profile
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    const now = analysis.getState()
    const isFirst = known.revision === null
    // Another profile shows other findings of the same design, and says so itself.
    const isOther = editor.getState().profile !== profile
    const news = isFirst || isOther ? null : lintNews(known.findings, now.findings)
    known = now
    profile = editor.getState().profile
    if (news) tell(news)
  }
  const unlisten = analysis.subscribe(() => {
    clearTimeout(timer)
    if (known.revision === null) look()
    else timer = setTimeout(look, IDLE_MS)
  })
  return () => {
    clearTimeout(timer)
    unlisten()
  }
}
