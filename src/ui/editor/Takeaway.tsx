import { saveDesign } from '../commands/files'
import { editorFrame as say } from '../messages/en'
import { TextButton } from '../parts/TextButton'
import { useSession } from '../session/hooks'

/** Offers the design as a file, from memory: what a stopped part of the page shows. */
export function Takeaway() {
  const session = useSession()
  return (
    <TextButton look="secondary" onClick={() => void saveDesign(session, 'new')}>
      {say.takeAway}
    </TextButton>
  )
}
