import { lazy, Suspense, useEffect } from 'react'
import { Canvas } from '../canvas/Canvas'
import { useCommandKeys } from '../commands/use-command-keys'
import { editorFrame as say } from '../messages/en'
import { ErrorBoundary } from '../parts/ErrorBoundary'
import { useDesign, useEditor } from '../session/hooks'
import styles from './Editor.module.css'
import { Takeaway } from './Takeaway'

// None is needed to see the diagram: they load once it is painted.
const TopBar = lazy(() => import('../topbar/TopBar'))
const Rail = lazy(() => import('../rail/Rail'))
const Banners = lazy(() => import('./Banners'))
const StatusBar = lazy(() => import('../status/StatusBar'))
const Palette = lazy(() => import('../palette/Palette'))
const Reader = lazy(() => import('../reader/Reader'))
const FileDrop = lazy(() => import('../files/FileDrop'))
const Inspector = lazy(() => import('../inspector/Inspector'))
const Overlays = lazy(() => import('./Overlays'))

/** The whole editor around one design. Each region has its own error boundary: where one stops, the rest goes on. */
export function Editor() {
  useCommandKeys()
  const isPaletteFolded = useEditor(editor => editor.isPaletteFolded)
  const isInspectorFolded = useEditor(editor => editor.isInspectorFolded)
  const isOutlineOpen = useEditor(editor => editor.isOutlineOpen)
  const title = useDesign(design => design.about.design.title)
  useEffect(() => {
    document.title = say.pageTitle(title)
    return () => {
      document.title = say.product
    }
  }, [title])
  return (
    <div
      className={styles.app}
      data-palette={isPaletteFolded ? 'folded' : isOutlineOpen ? 'outline' : 'open'}
      data-inspector={isInspectorFolded ? 'folded' : 'open'}
    >
      <Suspense>
        <Reader />
      </Suspense>
      <div className={styles.top}>
        <ErrorBoundary offer={<Takeaway />}>
          <Suspense>
            <TopBar />
          </Suspense>
        </ErrorBoundary>
      </div>
      <div className={styles.rail}>
        <ErrorBoundary offer={<Takeaway />}>
          <Suspense>
            <Rail />
          </Suspense>
        </ErrorBoundary>
      </div>
      <aside className={styles.palette} aria-label={isOutlineOpen ? say.outline : say.blocks}>
        <ErrorBoundary offer={<Takeaway />}>
          <Suspense>
            <Palette />
          </Suspense>
        </ErrorBoundary>
      </aside>
      <main className={styles.canvas}>
        <ErrorBoundary offer={<Takeaway />}>
          <Canvas />
        </ErrorBoundary>
        <Suspense>
          <Banners />
        </Suspense>
      </main>
      <aside className={styles.inspector} aria-label={say.inspector}>
        <ErrorBoundary offer={<Takeaway />}>
          <Suspense>
            <Inspector />
          </Suspense>
        </ErrorBoundary>
      </aside>
      <div className={styles.status}>
        <Suspense>
          <StatusBar />
        </Suspense>
      </div>
      <Suspense>
        <FileDrop />
      </Suspense>
      <Suspense>
        <Overlays />
      </Suspense>
    </div>
  )
}
