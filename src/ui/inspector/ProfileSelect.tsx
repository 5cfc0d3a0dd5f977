import { PROFILES, type Profile } from '../../store/preferences'
import { setProfile } from '../commands/findings'
import { profiles as say } from '../messages/en'
import { useEditor, useSession } from '../session/hooks'
import styles from './Findings.module.css'

/** Names of the profiles, and when each lets the rules speak. */
export const PROFILE_NAMES: Readonly<Record<Profile, { readonly name: string; readonly what: string }>> = say.each

/** When the rules speak, for this browser. */
export function ProfileSelect() {
  const session = useSession()
  const profile = useEditor(editor => editor.profile)
  return (
    <select
      className={styles.order}
      aria-label={say.title}
      title={PROFILE_NAMES[profile].what}
      value={profile}
      onChange={event => setProfile(session, event.target.value as Profile)}
    >
      {PROFILES.map(one => (
        <option key={one} value={one}>
          {PROFILE_NAMES[one].name}
        </option>
      ))}
    </select>
  )
}
