import { saveDesign } from '../commands/files'
import { TextButton } from '../parts/TextButton'
import { useSession } from '../session/hooks'

/** Offers the design as a file, from memory: what a stopped part of the page shows. */
export function Takeaway() {
  const session = useSession()
  return (
    <TextButton look="secondary" onClick={() => void saveDesign(session, 'new')}>
      Download the design
    </TextButton>
  )
}
