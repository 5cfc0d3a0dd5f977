import { useStore as useFlowStore, ViewportPortal } from '@xyflow/react'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { Box } from '../../../drawing/geometry'
import type { FlowLabel } from '../../../drawing/label'
import { type Design, type Id, lookUp, type Point } from '../../../model/design'
import { commandOf, runCommand } from '../../commands/registry'
import { hands as say } from '../../messages/en'
import { Icon } from '../../parts/Icon'
import { select } from '../../session/editor-store'
import { useEditor, useSession } from '../../session/hooks'
import { useCanvas } from '../canvas-context'
import styles from './Hands.module.css'
import { useHands, useHandsStore } from './hands-store'
import { pointOn, runsOf } from './longest-run'

/** Milliseconds that the pointer rests on a flow before its button comes: one that passes by wants nothing. */
const REST_MS = 250

/** Milliseconds that the button stays when the pointer leaves the line on its way to it. */
const STAY_MS = 200

/** Under this zoom a button of 24 px would hide the blocks. */
const LEAST_ZOOM = 0.5

/** Half of the button, and the space around it, in pixels on screen. */
const RADIUS = 14

/** A plus on the flow that is selected or that the pointer rests on: it opens the blocks that fit in between. */
export function InsertButton() {
  useHover()
  const session = useSession()
  const hovered = useHands(state => state.hovered)
  const isDragging = useHands(state => state.guidance !== null || state.target !== null)
  const selected = useEditor(editor =>
    editor.flows.size === 1 && editor.blocks.size + editor.groups.size === 0 ? [...editor.flows][0] : null,
  )
  const isReadOnly = useStore(session.document, state => state.readOnly)
  const zoom = useFlowStore(state => state.transform[2])
  const id = selected ?? (zoom >= LEAST_ZOOM ? hovered : null)
  const line = useCanvas(canvas => canvas.routes.get(id ?? ''))
  const label = useCanvas(canvas => canvas.labels.get(id ?? ''))
  const isBusy = useCanvas(canvas => canvas.pending !== null || canvas.origins.length > 0)
  if (!id || !line || isReadOnly || isBusy || isDragging) return null
  const at = placeOn(line, label, RADIUS / zoom)
  const insert = () => {
    select(session.editor, [], [id])
    void runCommand(session, commandOf('append'))
  }
  return (
    <ViewportPortal>
      <button
        type="button"
        className={`${styles.insert} nopan nodrag`}
        style={{ transform: `translate(${at.x}px, ${at.y}px) scale(calc(1 / var(--z, 1))) translate(-50%, -50%)` }}
        data-insert={id}
        aria-label={nameOf(session.design(), id)}
        title={say.insert}
        tabIndex={-1}
        onClick={insert}
      >
        <Icon name="plus" size={14} />
      </button>
    </ViewportPortal>
  )
}

/** Remembers the flow that the pointer rests on. */
function useHover(): void {
  const store = useHandsStore()
  const element = useFlowStore(state => state.domNode)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let over: Id | null = null
    const onOver = (event: PointerEvent) => {
      const under = event.target instanceof Element ? event.target : null
      const id =
        under?.closest('[data-insert]')?.getAttribute('data-insert') ??
        under?.closest('[data-flow]')?.getAttribute('data-flow') ??
        null
      if (id === over) return
      over = id
      clearTimeout(timer)
      timer = setTimeout(() => store.setState({ hovered: id }), id === null ? STAY_MS : REST_MS)
    }
    element?.addEventListener('pointerover', onOver)
    return () => {
      clearTimeout(timer)
      element?.removeEventListener('pointerover', onOver)
    }
  }, [store, element])
}

/** The middle of the longest run of a line, or as near to it as its label leaves room. */
function placeOn(line: readonly Point[], label: FlowLabel | undefined, radius: number): Point {
  const shares = [0.5, 0.35, 0.65, 0.2, 0.8]
  const places = runsOf(line).flatMap(run => shares.map(share => pointOn(run, share)))
  return places.find(at => !label || !isIn(label.patch, at, radius)) ?? places[0] ?? { x: 0, y: 0 }
}

function isIn({ x, y, width, height }: Box, at: Point, around: number): boolean {
  return at.x > x - around && at.x < x + width + around && at.y > y - around && at.y < y + height + around
}

function nameOf({ blocks, flows }: Design, id: Id): string {
  const flow = lookUp(flows, id)
  const label = (end: Id | undefined) => lookUp(blocks, end ?? '')?.label ?? ''
  return say.insertBetween(label(flow?.source), label(flow?.target))
}
