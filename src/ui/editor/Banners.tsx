import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import canvas from '../canvas/Canvas.module.css'
import { saveDesign } from '../commands/files'
import { Button } from '../parts/Button'
import { tell } from '../session/editor-store'
import { useSession } from '../session/hooks'

/** What the person must know about where the design is: not saved, or open elsewhere. Neither is behind a dialog. */
export function Banners() {
  const session = useSession()
  const status = useStore(session.opened.journal.status)
  const isReadOnly = useStore(session.document, state => state.readOnly)
  if (status.state === 'failed')
    return (
      <div className={canvas.banner} role="alert" data-severity="error" data-banner="failed">
        <p>{`Not saved on this device. ${status.reason ?? ''} You can go on drawing.`}</p>
        <Button look="secondary" size="small" onClick={() => void saveDesign(session, 'new')}>
          Download
        </Button>
      </div>
    )
  return isReadOnly ? <OpenElsewhere /> : null
}

function OpenElsewhere() {
  const session = useSession()
  const [isFree, setFree] = useState(false)
  useEffect(() => session.opened.onLockAvailable(() => setFree(true)), [session])
  const takeOver = async () => {
    const result = await session.opened.takeOver()
    if (!result.ok) tell(session.editor, { text: result.problems[0]?.message ?? '', severity: 'error' })
  }
  return (
    <div className={canvas.banner} role="status" data-banner="read-only">
      <p>
        {isFree ? 'The other tab is closed: you can edit here.' : 'Open in another tab: you see it here, read-only.'}
      </p>
      {isFree && (
        <Button look="primary" size="small" onClick={() => void takeOver()}>
          Edit here
        </Button>
      )}
    </div>
  )
}
