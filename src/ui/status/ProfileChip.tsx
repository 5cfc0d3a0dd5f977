import { setProfile } from '../commands/findings'
import { PROFILE_NAMES } from '../inspector/ProfileSelect'
import { statusBar as say } from '../messages/en'
import { Icon } from '../parts/Icon'
import { useAnalysis, useEditor, useSession } from '../session/hooks'
import styles from './StatusBar.module.css'

/** In sight while the rules speak otherwise than usual: which profile is on, how many findings wait, and the way back. */
export function ProfileChip() {
  const session = useSession()
  const profile = useEditor(editor => editor.profile)
  const count = useAnalysis(analysis => analysis.hidden)
  if (profile === 'learning') return null
  const { name, what } = PROFILE_NAMES[profile]
  const chip = profile === 'off' ? say.lintOff : say.profile(name)
  return (
    <button
      type="button"
      className={styles.chip}
      data-profile={profile}
      title={say.backToLearning(what)}
      onClick={() => setProfile(session, 'learning')}
    >
      {profile === 'interview' && count > 0 ? say.withFindings(chip, count) : chip}
      <Icon name="x" size={12} />
    </button>
  )
}
