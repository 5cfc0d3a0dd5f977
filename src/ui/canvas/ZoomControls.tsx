import { useStore } from '@xyflow/react'
import { Button } from '../parts/Button'
import { CommandButton } from '../parts/CommandButton'
import { useSession } from '../session/hooks'
import styles from './Canvas.module.css'

/** Zoom out, the present zoom, zoom in, fit. */
export function ZoomControls() {
  const session = useSession()
  const percent = useStore(state => Math.round(state.transform[2] * 100))
  return (
    <div className={`${styles.hud} ${styles.zoom}`} role="group" aria-label="Zoom">
      <CommandButton command="zoom-out" />
      <Button
        size="small"
        data-percent=""
        aria-label={`${percent} %, zoom to 100 %`}
        onClick={() => session.view.zoomTo(1)}
      >
        {`${percent} %`}
      </Button>
      <CommandButton command="zoom-in" />
      <CommandButton command="fit" />
    </div>
  )
}
