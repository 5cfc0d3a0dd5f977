import { presentation as say } from '../messages/en'
import MarkdownText from '../parts/MarkdownText'
import styles from './Present.module.css'
import type { Stop } from './stops'

/** What was written about the stop, beside the design: the notes of its step and of its blocks. */
export function PresentNotes({ stop }: { readonly stop: Stop }) {
  return (
    <aside className={styles.notes} aria-label={say.notes}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard, too */}
      <div className={styles.pages} tabIndex={0} role="group" aria-label={say.notesOfStop}>
        {stop.notes.length === 0 && <p className={styles.none}>{say.noNotes(stop.title)}</p>}
        {stop.notes.map(({ title, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two blocks may have one name
          <article key={index}>
            <h2>{title}</h2>
            <MarkdownText text={text} />
          </article>
        ))}
      </div>
    </aside>
  )
}
