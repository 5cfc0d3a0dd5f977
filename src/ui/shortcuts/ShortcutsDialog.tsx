import { useState } from 'react'
import { keyNames } from '../commands/keys'
import { wordsOf } from '../find/fold'
import { Button } from '../parts/Button'
import { Dialog } from '../parts/Dialog'
import { Keys } from '../parts/Keys'
import { useSession } from '../session/hooks'
import styles from './Shortcuts.module.css'
import { gesturesWith, keyWords, type Line, POINTER, partsWith, shortcutParts } from './sheet'

const PARTS = shortcutParts()
const [MOD = 'Ctrl'] = keyNames('Mod')

/** Every key, and what the pointer does. Made from the commands, so it cannot miss one. */
export default function ShortcutsDialog() {
  const session = useSession()
  const [query, setQuery] = useState('')
  const words = wordsOf(query)
  const parts = partsWith(PARTS, words, MOD)
  const gestures = gesturesWith(POINTER, words)
  return (
    <Dialog title="Keyboard and pointer" onClose={() => session.editor.setState({ dialog: null })}>
      <div className={styles.tools}>
        <input
          type="search"
          aria-label="Find a key or a command"
          placeholder="Find a key or a command"
          value={query}
          onChange={event => setQuery(event.target.value)}
        />
        <Button look="secondary" onClick={() => window.print()}>
          Print
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard, too */}
      <div className={styles.sheet} tabIndex={0} role="group" aria-label="Shortcuts" data-shortcuts="">
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
          <section className={styles.part} aria-label="Pointer">
            <h3>Pointer</h3>
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
        {parts.length + gestures.length === 0 && <p>{`Nothing found for “${query.trim()}”.`}</p>}
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
            {index > 0 && <span className={styles.or}>or</span>}
            <Keys of={keys} />
            <span className="visually-hidden">{keyWords(keys, MOD).join(' ')}</span>
          </span>
        ))}
      </dd>
    </div>
  )
}
