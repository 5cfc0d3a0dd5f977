import { use, useState } from 'react'
import { PROFILES } from '../../store/preferences'
import { PROFILE_NAMES } from '../inspector/ProfileSelect'
import { Button } from '../parts/Button'
import { Dialog } from '../parts/Dialog'
import { SessionContext } from '../session/hooks'
import { preferences, usePreference } from '../session/preferences'
import styles from './Preferences.module.css'
import { Choose, Switch } from './Setting'
import { useKept } from './use-kept'

/** What this browser remembers about the person, and what it keeps. Every change holds at once, in all tabs. */
export default function PreferencesDialog({ onClose }: { readonly onClose?: () => void }) {
  const session = use(SessionContext)
  return (
    <Dialog title="Preferences" onClose={onClose ?? (() => session?.editor.setState({ dialog: null }))}>
      <div className={styles.preferences}>
        <section className={styles.part} aria-label="Look">
          <h3>Look</h3>
          <Look />
        </section>
        <section className={styles.part} aria-label="Canvas">
          <h3>Canvas</h3>
          <Switch of="guides" name="Smart guides" what="Lines show where a dragged block stands level with others." />
          <Switch
            of="snap"
            name="Snap to grid"
            what="Dragged blocks stop every 8 pixels; without it, at every pixel."
          />
          <Switch of="hints" name="Hints" what="One line under the canvas says what can be done next." />
          <Switch
            of="singleKeys"
            name="Single-letter keys"
            what="N, R, T and the like are commands while no field has the cursor. Off helps with voice control."
          />
        </section>
        <section className={styles.part} aria-label="Rules">
          <h3>Rules</h3>
          <RulesSpeak />
        </section>
        <OnThisDevice />
      </div>
    </Dialog>
  )
}

function Look() {
  return (
    <>
      <Choose
        name="Theme"
        what="Exports have a theme of their own."
        value={usePreference('theme')}
        choices={[
          ['system', 'As the system'],
          ['light', 'Light'],
          ['dark', 'Dark'],
        ]}
        onChange={theme => preferences.set('theme', theme)}
      />
      <Choose
        name="Motion"
        what="Reduced: blocks and the view jump to their places instead of gliding."
        value={usePreference('motion')}
        choices={[
          ['system', 'As the system'],
          ['reduce', 'Always reduced'],
        ]}
        onChange={motion => preferences.set('motion', motion)}
      />
    </>
  )
}

function RulesSpeak() {
  const profile = usePreference('profile')
  return (
    <Choose
      name="When the rules speak"
      what={`${PROFILE_NAMES[profile].what}.`}
      value={profile}
      choices={PROFILES.map(one => [one, PROFILE_NAMES[one].name] as const)}
      onChange={one => preferences.set('profile', one)}
    />
  )
}

/** How much this browser keeps, and the way back to how everything was at first. */
function OnThisDevice() {
  const kept = useKept()
  const [takeBack, setTakeBack] = useState<(() => void) | null>(null)
  return (
    <section aria-label="On this device">
      <div className={styles.kept}>
        <p>{kept}</p>
        <div>
          <Button look="secondary" onClick={() => setTakeBack(() => preferences.reset())}>
            Reset preferences
          </Button>
          <p role="status">{takeBack && 'Everything is as it was at first.'}</p>
          {takeBack && (
            <Button
              onClick={() => {
                takeBack()
                setTakeBack(null)
              }}
            >
              Undo
            </Button>
          )}
        </div>
      </div>
    </section>
  )
}
