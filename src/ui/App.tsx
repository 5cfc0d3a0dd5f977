import { lazy, Suspense } from 'react'
import { DocumentScreen } from './editor/DocumentScreen'
import { useOpenDesignId } from './navigation'
import { ErrorBoundary } from './parts/ErrorBoundary'

const StartScreen = lazy(() => import('./start/StartScreen'))

/** The start screen, or the editor of the design that the address names. */
export function App() {
  const id = useOpenDesignId()
  return (
    <ErrorBoundary>
      {id === null ? (
        <Suspense>
          <StartScreen />
        </Suspense>
      ) : (
        <DocumentScreen key={id} id={id} />
      )}
    </ErrorBoundary>
  )
}
