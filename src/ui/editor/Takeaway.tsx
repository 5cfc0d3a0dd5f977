import { saveDesign } from '../commands/files'
import { Button } from '../parts/Button'
import { useSession } from '../session/hooks'

/** Offers the design as a file, from memory: what a stopped part of the page shows. */
export function Takeaway() {
  const session = useSession()
  return (
    <Button look="secondary" onClick={() => void saveDesign(session, 'new')}>
      Download the design
    </Button>
  )
}
