import { EmptyCanvas } from './EmptyCanvas'
import { Legend } from './Legend'
import { PendingTip } from './PendingTip'
import { Toasts } from './Toasts'
import { ZoomControls } from './ZoomControls'

/** Everything that floats over the diagram and is not needed to see it. */
export default function CanvasHud() {
  return (
    <>
      <EmptyCanvas />
      <PendingTip />
      <Legend />
      <ZoomControls />
      <Toasts />
    </>
  )
}
