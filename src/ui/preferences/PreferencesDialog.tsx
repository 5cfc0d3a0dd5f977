import { use, useState } from 'react'
import { PROFILES } from '../../store/preferences'
import { PROFILE_NAMES } from '../inspector/ProfileSelect'
import { preferencesDialog as say } from '../messages/en'
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
    <Dialog title={say.title} onClose={onClose ?? (() => session?.editor.setState({ dialog: null }))}>
      <div className={styles.preferences}>
        <section className={styles.part} aria-label={say.look}>
          <h3>{say.look}</h3>
          <Look />
        </section>
        <section className={styles.part} aria-label={say.canvas}>
          <h3>{say.canvas}</h3>
          <Switch of="guides" {...say.guides} />
          <Switch of="snap" {...say.snap} />
          <Switch of="hints" {...say.hints} />
          <Switch of="singleKeys" {...say.singleKeys} />
        </section>
        <section className={styles.part} aria-label={say.rules}>
          <h3>{say.rules}</h3>
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
        {...say.theme}
        value={usePreference('theme')}
        choices={[
          ['system', say.asSystem],
          ['light', say.light],
          ['dark', say.dark],
        ]}
        onChange={theme => preferences.set('theme', theme)}
      />
      <Choose
        {...say.motion}
        value={usePreference('motion')}
        choices={[
          ['system', say.asSystem],
          ['reduce', say.reduced],
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
      name={say.profile}
      what={say.aboutProfile(PROFILE_NAMES[profile].what)}
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
    <section aria-label={say.onThisDevice}>
      <div className={styles.kept}>
        <p>{kept}</p>
        <div>
          <Button look="secondary" onClick={() => setTakeBack(() => preferences.reset())}>
            {say.reset}
          </Button>
          <p role="status">{takeBack && say.isReset}</p>
          {takeBack && (
            <Button
              onClick={() => {
                takeBack()
                setTakeBack(null)
              }}
            >
              {say.undo}
            </Button>
          )}
        </div>
      </div>
    </section>
  )
}
