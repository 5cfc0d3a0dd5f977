import { useEffect, useMemo } from 'react'
import { mending } from '../../commands/mend-commands'
import { useEditor } from '../../session/hooks'
import { EndHandles } from './EndHandles'
import { Guides } from './Guides'
import { createHandsStore, HandsContext } from './hands-store'
import { InsertButton } from './InsertButton'
import { SelectionToolbar } from './SelectionToolbar'
import { TargetFlow } from './TargetFlow'
import { ToolLayer } from './ToolLayer'
import { useDragHands } from './use-drag-hands'

/** What helps the hand on the canvas: guides, the flow that a drag would join, ends to pull, buttons at the selection. */
export function Hands() {
  const store = useMemo(createHandsStore, [])
  const isPresenting = useEditor(editor => editor.stage !== null)
  if (isPresenting) return null
  return (
    <HandsContext value={store}>
      <Drags />
      <Guides />
      <TargetFlow />
      <InsertButton />
      <EndHandles />
      <SelectionToolbar />
      <ToolLayer />
    </HandsContext>
  )
}

function Drags() {
  useDragHands()
  useEffect(() => {
    // Keys such as Delete act in the task in which they are pressed.
    void mending()
  }, [])
  return null
}
