import { lazy, Suspense, useEffect } from 'react'
import { Canvas } from '../canvas/Canvas'
import { useCommandKeys } from '../commands/use-command-keys'
import { FileDrop } from '../files/FileDrop'
import { Palette } from '../palette/Palette'
import { ErrorBoundary } from '../parts/ErrorBoundary'
import { Rail } from '../rail/Rail'
import { useDesign, useEditor } from '../session/hooks'
import { StatusBar } from '../status/StatusBar'
import { TopBar } from '../topbar/TopBar'
import { Banners } from './Banners'
import styles from './Editor.module.css'
import { Takeaway } from './Takeaway'

// Neither is needed to see the diagram: both load once it is painted.
const Inspector = lazy(() => import('../inspector/Inspector'))
const Overlays = lazy(() => import('./Overlays'))

/** The whole editor around one design. Each region has its own error boundary: where one stops, the rest goes on. */
export function Editor() {
  useCommandKeys()
  const isPaletteFolded = useEditor(editor => editor.isPaletteFolded)
  const isInspectorFolded = useEditor(editor => editor.isInspectorFolded)
  const announcement = useEditor(editor => editor.announcement)
  const title = useDesign(design => design.about.design.title)
  useEffect(() => {
    document.title = `${title} · Groundplan`
    return () => {
      document.title = 'Groundplan'
    }
  }, [title])
  return (
    <div
      className={styles.app}
      data-palette={isPaletteFolded ? 'folded' : 'open'}
      data-inspector={isInspectorFolded ? 'folded' : 'open'}
    >
      <div className={styles.top}>
        <TopBar />
      </div>
      <div className={styles.rail}>
        <ErrorBoundary offer={<Takeaway />}>
          <Rail />
        </ErrorBoundary>
      </div>
      <aside className={styles.palette} aria-label="Blocks">
        <ErrorBoundary offer={<Takeaway />}>
          <Palette />
        </ErrorBoundary>
      </aside>
      <main className={styles.canvas}>
        <ErrorBoundary offer={<Takeaway />}>
          <Canvas />
        </ErrorBoundary>
        <Banners />
      </main>
      <aside className={styles.inspector} aria-label="Inspector">
        <ErrorBoundary offer={<Takeaway />}>
          <Suspense>
            <Inspector />
          </Suspense>
        </ErrorBoundary>
      </aside>
      <div className={styles.status}>
        <StatusBar />
      </div>
      <div className="visually-hidden" role="status" aria-live="polite">
        {announcement}
      </div>
      <FileDrop />
      <Suspense>
        <Overlays />
      </Suspense>
    </div>
  )
}
