import { useState } from 'react'
import { keyNames } from '../commands/keys'
import { wordsOf } from '../find/fold'
import { shortcutSheet as say } from '../messages/en'
import { Button } from '../parts/Button'
import { Dialog } from '../parts/Dialog'
import { Keys } from '../parts/Keys'
import { useSession } from '../session/hooks'
import styles from './Shortcuts.module.css'
import { gesturesWith, keyWords, type Line, POINTER, partsWith, shortcutParts } from './sheet'

const PARTS = shortcutParts()
const MOD = keyNames('Mod').join('')

/** Every key, and what the pointer does. Made from the commands, so it cannot miss one. */
export default function ShortcutsDialog() {
  const session = useSession()
  const [query, setQuery] = useState('')
  const words = wordsOf(query)
  const parts = partsWith(PARTS, words, MOD)
  const gestures = gesturesWith(POINTER, words)
  return (
    <Dialog title={say.title} onClose={() => session.editor.setState({ dialog: null })}>
      <div className={styles.tools}>
        <input
          type="search"
          aria-label={say.find}
          placeholder={say.find}
          value={query}
          onChange={event => setQuery(event.target.value)}
        />
        <Button look="secondary" onClick={() => window.print()}>
          {say.print}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard, too */}
      <div className={styles.sheet} tabIndex={0} role="group" aria-label={say.label} data-shortcuts="">
        {parts.map(({ name, lines }) => (
          <section key={name} className={styles.part} aria-label={name}>
            <h3>{name}</h3>
            <dl>
              {lines.map(line => (
                <KeyLine key={line.name} line={line} />
              ))}
            </dl>
          </section>
        ))}
        {gestures.length > 0 && (
          <section className={styles.part} aria-label={say.pointer}>
            <h3>{say.pointer}</h3>
            <dl>
              {gestures.map(([gesture, effect]) => (
                <div key={gesture} className={styles.gesture}>
                  <dt>{gesture}</dt>
                  <dd>{effect}</dd>
                </div>
              ))}
            </dl>
          </section>
        )}
        {parts.length + gestures.length === 0 && <p>{say.none(query.trim())}</p>}
      </div>
    </Dialog>
  )
}

function KeyLine({ line }: { readonly line: Line }) {
  return (
    <div className={styles.line}>
      <dt>{line.name}</dt>
      <dd>
        {line.keys.map((keys, index) => (
          <span key={keys} className={styles.keys}>
            {index > 0 && <span className={styles.or}>{say.or}</span>}
            <Keys of={keys} />
            <span className="visually-hidden">{keyWords(keys, MOD).join(' ')}</span>
          </span>
        ))}
      </dd>
    </div>
  )
}
