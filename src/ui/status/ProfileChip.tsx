import { setProfile } from '../commands/findings'
import { PROFILE_NAMES } from '../inspector/ProfileSelect'
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
  const counted = profile === 'interview' && count > 0 ? `, ${count} ${count === 1 ? 'finding' : 'findings'}` : ''
  return (
    <button
      type="button"
      className={styles.chip}
      data-profile={profile}
      title={`${what}. Press to go back to learning.`}
      onClick={() => setProfile(session, 'learning')}
    >
      {`${profile === 'off' ? 'Lint is off' : `${name} profile`}${counted}`}
      <Icon name="x" size={12} />
    </button>
  )
}
