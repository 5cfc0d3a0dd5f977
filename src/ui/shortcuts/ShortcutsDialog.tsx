import { keyNames } from '../commands/keys'
import { Dialog } from '../parts/Dialog'
import { Keys } from '../parts/Keys'
import { useSession } from '../session/hooks'
import styles from './Shortcuts.module.css'
import { keyWords, POINTER, shortcutParts } from './sheet'

const PARTS = shortcutParts()
const [MOD = 'Ctrl'] = keyNames('Mod')

/** Every key, and what the pointer does. Made from the commands, so it cannot miss one. */
export default function ShortcutsDialog() {
  const session = useSession()
  return (
    <Dialog title="Keyboard and pointer" onClose={() => session.editor.setState({ dialog: null })}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard, too */}
      <div className={styles.sheet} tabIndex={0} role="group" aria-label="Shortcuts">
        {PARTS.map(({ name, lines }) => (
          <section key={name} className={styles.part} aria-label={name}>
            <h3>{name}</h3>
            <dl>
              {lines.map(line => (
                <div key={line.name} className={styles.line}>
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
              ))}
            </dl>
          </section>
        ))}
        <section className={styles.part} aria-label="Pointer">
          <h3>Pointer</h3>
          <dl>
            {POINTER.map(([gesture, effect]) => (
              <div key={gesture} className={styles.gesture}>
                <dt>{gesture}</dt>
                <dd>{effect}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  )
}
