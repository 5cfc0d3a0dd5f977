import { type ComponentType, type LazyExoticComponent, lazy, Suspense, useEffect } from 'react'
import { usePreferencesInStep } from '../preferences/use-preferences-in-step'
import type { OpenDialog } from '../session/editor-store'
import { useEditor } from '../session/hooks'

/** Milliseconds after which the dialogs that are typed into are fetched: the diagram is painted by then. */
const SOON_MS = 1500

const palette = () => import('../command-palette/CommandPalette')
const add = () => import('../command-palette/AddPicker')
const steps = () => import('../commands/steps')
const end = () => import('../command-palette/EndPicker')
const menu = () => import('../context-menu/CanvasMenu')
const naming = () => import('../canvas/FlowNaming')

const CanvasMenu = lazy(menu)
const Present = lazy(() => import('../present/Present'))
const Laser = lazy(() => import('../laser/Laser'))
const ExportDialog = lazy(() => import('../export/ExportDialog'))

/** What each dialog shows; its code loads when it is first opened. */
const DIALOGS: Partial<Record<OpenDialog, LazyExoticComponent<ComponentType>>> = {
  export: ExportDialog,
  'export-selection': ExportDialog,
  commands: lazy(palette),
  add: lazy(add),
  'move-to-room': lazy(() => import('../command-palette/RoomPicker')),
  kinds: lazy(() => import('../command-palette/KindPicker')),
  'reconnect-source': lazy(end),
  'reconnect-target': lazy(end),
  shortcuts: lazy(() => import('../shortcuts/ShortcutsDialog')),
  document: lazy(() => import('../document/DocumentDialog')),
  rules: lazy(() => import('../rules/RuleBook')),
  score: lazy(() => import('../rules/ScoreDialog')),
  versions: lazy(() => import('../versions/VersionsDialog')),
  'case-changes': lazy(() => import('../case/ChangesDialog')),
  preferences: lazy(() => import('../preferences/PreferencesDialog')),
}

/** The dialog and the menu that are open over the editor, the presentation and the laser that take its place. */
export default function Overlays() {
  const dialog = useEditor(editor => editor.dialog)
  const hasMenu = useEditor(editor => editor.menu !== null)
  usePreferencesInStep()
  const isPresenting = useEditor(editor => editor.stage !== null)
  const isLaser = useEditor(editor => editor.isLaser)
  useEffect(() => {
    // People type on at once after Ctrl+K, Enter or Tab: letters that come before the field does would be lost.
    const timer = setTimeout(() => void Promise.allSettled([palette(), add(), steps(), menu(), naming()]), SOON_MS)
    return () => clearTimeout(timer)
  }, [])
  const Dialog = dialog === null ? undefined : DIALOGS[dialog]
  return (
    <>
      <Suspense>
        {hasMenu && <CanvasMenu />}
        {Dialog && <Dialog />}
      </Suspense>
      <Suspense>
        {isPresenting && <Present />}
        {isLaser && <Laser />}
      </Suspense>
    </>
  )
}
