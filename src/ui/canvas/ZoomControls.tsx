import { useStore } from '@xyflow/react'
import { zoomControls as say } from '../messages/en'
import { Button } from '../parts/Button'
import { CommandButton } from '../parts/CommandButton'
import { useSession } from '../session/hooks'
import styles from './Canvas.module.css'

/** Zoom out, the present zoom, zoom in, fit. */
export function ZoomControls() {
  const session = useSession()
  const percent = useStore(state => Math.round(state.transform[2] * 100))
  return (
    <div className={`${styles.hud} ${styles.zoom}`} role="group" aria-label={say.title}>
      <CommandButton command="zoom-out" />
      <Button size="small" data-percent="" aria-label={say.reset(percent)} onClick={() => session.view.zoomTo(1)}>
        {say.percent(percent)}
      </Button>
      <CommandButton command="zoom-in" />
      <CommandButton command="fit" />
    </div>
  )
}
