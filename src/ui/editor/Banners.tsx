import { useStore } from 'zustand'
import canvas from '../canvas/Canvas.module.css'
import { saveDesign } from '../commands/files'
import { banners as say } from '../messages/en'
import { Button } from '../parts/Button'
import { useSession } from '../session/hooks'

/** What the person must know about where the design is: not saved, or of a newer version. Neither is behind a dialog. */
export default function Banners() {
  const session = useSession()
  const status = useStore(session.opened.journal.status)
  const isReadOnly = useStore(session.document, state => state.readOnly)
  if (status.state === 'failed')
    return (
      <div className={canvas.banner} role="alert" data-severity="error" data-banner="failed">
        <p>{say.notSaved(status.reason ?? '')}</p>
        <Button look="secondary" size="small" onClick={() => void saveDesign(session, 'new')}>
          {say.download}
        </Button>
      </div>
    )
  return isReadOnly ? <Overtaken /> : null
}

function Overtaken() {
  return (
    <div className={canvas.banner} role="status" data-banner="read-only">
      <p>{say.overtaken}</p>
      <Button look="primary" size="small" onClick={() => window.location.reload()}>
        {say.reload}
      </Button>
    </div>
  )
}
