import { lazy, type RefObject, Suspense } from 'react'
import { Hints } from '../hints/Hints'
import { useEditor } from '../session/hooks'
import styles from './Canvas.module.css'
import { CanvasReader } from './CanvasReader'
import { Creating } from './creating/Creating'
import { EmptyCanvas } from './EmptyCanvas'
import { Fingers } from './Fingers'
import { Hands } from './hands/Hands'
import { Legend } from './Legend'
import { PendingTip } from './PendingTip'
import { Toasts } from './Toasts'
import { ZoomControls } from './ZoomControls'

const WhatIfBar = lazy(() => import('./WhatIfBar'))

/** Everything that floats over the diagram or serves keys and screen readers, and is not needed to see it. */
export default function CanvasHud({ wrapper }: { readonly wrapper: RefObject<HTMLDivElement | null> }) {
  return (
    <>
      <CanvasReader wrapper={wrapper} />
      <EmptyCanvas />
      <Fingers />
      <Hands />
      <PendingTip />
      <Creating />
      <div className={styles.corner}>
        <Hints />
        <Legend />
      </div>
      <ZoomControls />
      <WhatIf />
      <Toasts />
    </>
  )
}

function WhatIf() {
  const isAsked = useEditor(editor => editor.whatIf !== null)
  return (
    isAsked && (
      <Suspense>
        <WhatIfBar />
      </Suspense>
    )
  )
}
