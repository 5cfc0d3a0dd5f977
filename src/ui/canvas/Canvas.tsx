import {
  Background,
  BackgroundVariant,
  ConnectionLineType,
  ConnectionMode,
  type EdgeTypes,
  type NodeTypes,
  type OnConnectEnd,
  type OnConnectStart,
  PanOnScrollMode,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useStoreApi,
} from '@xyflow/react'
import { lazy, Suspense, useCallback, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import { startTyping } from '../commands/editing'
import { useClipboard } from '../commands/use-clipboard'
import { diagram as say } from '../messages/en'
import { select } from '../session/editor-store'
import { useDesign, useEditor, useSession } from '../session/hooks'
import { usePreference } from '../session/preferences'
import { useIsNarrow } from '../session/use-is-narrow'
import styles from './Canvas.module.css'
import { ClosedRoom } from './ClosedRoom'
import { CanvasContext, useCanvas } from './canvas-context'
import { type CanvasStore, createCanvasStore } from './canvas-store'
import { DragOrigins } from './DragOrigins'
import { endDrag, startDrag, takeChanges, takeFlowSelection } from './gestures'
import { MlBlock } from './MlBlock'
import { MlFlow } from './MlFlow'
import { MlRoom } from './MlRoom'
import { type CanvasFlow, type CanvasNode, groupOfNode } from './reconcile'
import { chooseRoom } from './room-gestures'
import { useCanvasMenu } from './use-canvas-menu'
import { useCanvasView } from './use-canvas-view'
import { useFollowDesign } from './use-follow-design'
import { useMarquee } from './use-marquee'

// There when a flow is first drawn: it loads with what floats over the diagram.
// One promise for all calls, so that the end of a drag is never answered before its start or after the next key.
let loadedDrag: Promise<typeof import('./creating/flow-drag')> | null = null
const flowDrag = () => {
  loadedDrag ??= import('./creating/flow-drag')
  return loadedDrag
}
const FindBar = lazy(() => import('../find/FindBar'))
const CanvasHud = lazy(() => import('./CanvasHud'))
const Ghost = lazy(() => import('./Ghost'))
const FindingPopover = lazy(() => import('./FindingPopover'))
const RoomToggles = lazy(() => import('./RoomToggles'))
const Minimap = lazy(() => import('./Minimap'))

const NODE_TYPES: NodeTypes = { mlBlock: MlBlock, mlRoom: MlRoom, mlClosedRoom: ClosedRoom }
const EDGE_TYPES: EdgeTypes = { mlFlow: MlFlow }
const GRID: [number, number] = [8, 8]
/** A finger trembles: what moves less than this is a tap. */
const TREMBLE = matchMedia('(pointer: coarse)').matches ? 8 : 1
const PRO = { hideAttribution: true }

/** The diagram. React Flow is a view of the design: it moves what is dragged, and every change goes through the session. */
export function Canvas() {
  const canvas = useMemo(createCanvasStore, [])
  return (
    <CanvasContext value={canvas}>
      <ReactFlowProvider>
        <Diagram canvas={canvas} />
      </ReactFlowProvider>
    </CanvasContext>
  )
}

function Diagram({ canvas }: { readonly canvas: CanvasStore }) {
  const session = useSession()
  const store = useStoreApi()
  const wrapper = useRef<HTMLDivElement>(null)
  const nodes = useCanvas(state => state.nodes)
  const flows = useCanvas(state => state.flows)
  const isReadOnly = useStore(session.document, state => state.readOnly)
  const isSnapping = usePreference('snap')
  const isPresenting = useEditor(editor => editor.stage !== null)
  useFollowDesign(canvas)
  useCanvasView(wrapper, canvas)
  useCanvasMenu(wrapper)
  useClipboard()
  const { onMarqueeStart, onMarqueeEnd } = useMarquee(session)

  const onConnectStart = useCallback<OnConnectStart>(
    (_, { nodeId }) => {
      if (nodeId === null) return
      void flowDrag().then(drag => drag.startFlowDrag(session, canvas, nodeId, store.getState().cancelConnection))
    },
    [session, canvas, store],
  )
  const onConnectEnd = useCallback<OnConnectEnd>(
    (event, { toNode }) => {
      const { clientX = 0, clientY = 0 } = ('changedTouches' in event ? event.changedTouches[0] : event) ?? {}
      void flowDrag().then(drag => drag.endFlowDrag(session, { x: clientX, y: clientY }, toNode?.id ?? null))
    },
    [session],
  )

  return (
    <div ref={wrapper} className={styles.canvas} data-canvas="" data-zoom="full">
      <ReactFlow<CanvasNode, CanvasFlow>
        aria-label={say.title}
        aria-roledescription={say.role}
        aria-describedby="canvas-help"
        tabIndex={0}
        nodes={nodes as CanvasNode[]}
        edges={flows as CanvasFlow[]}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        onNodesChange={changes => takeChanges(session, canvas, changes)}
        onEdgesChange={changes => takeFlowSelection(session, changes)}
        onNodeDragStart={(_, __, dragged) => startDrag(session, canvas, dragged)}
        onNodeDragStop={(event, __, dragged) => endDrag(session, canvas, dragged, event)}
        onSelectionDragStart={(_, dragged) => startDrag(session, canvas, dragged)}
        onSelectionDragStop={(event, dragged) => endDrag(session, canvas, dragged, event)}
        onSelectionStart={onMarqueeStart}
        onSelectionEnd={onMarqueeEnd}
        onNodeClick={(event, node) => {
          const room = groupOfNode(node.id)
          if (room !== null) chooseRoom(session, room, event.shiftKey || event.ctrlKey || event.metaKey)
          else if (session.editor.getState().finding === null) session.editor.setState({ tab: 'properties' })
        }}
        onEdgeDoubleClick={(_, flow) => !isReadOnly && startTyping(session, flow.id)}
        onEdgeClick={() => session.editor.setState({ tab: 'properties' })}
        onPaneClick={() => {
          select(session.editor, [])
          session.editor.setState({ finding: null })
        }}
        onNodeDoubleClick={(_, node) => !isReadOnly && startTyping(session, groupOfNode(node.id) ?? node.id)}
        onConnectStart={onConnectStart}
        onConnectEnd={onConnectEnd}
        connectionMode={ConnectionMode.Loose}
        connectionRadius={32}
        connectOnClick={false}
        connectionLineType={ConnectionLineType.SmoothStep}
        nodesDraggable={!isReadOnly}
        nodesConnectable={!isReadOnly}
        elementsSelectable={!isPresenting}
        nodesFocusable={false}
        edgesFocusable={false}
        edgesReconnectable={false}
        elevateNodesOnSelect={false}
        elevateEdgesOnSelect={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode="Shift"
        multiSelectionKeyCode={['Shift', 'Meta', 'Control']}
        panActivationKeyCode="Space"
        selectionMode={SelectionMode.Partial}
        panOnScroll
        panOnScrollMode={PanOnScrollMode.Free}
        zoomOnDoubleClick={false}
        zoomActivationKeyCode={['Meta', 'Control']}
        nodeDragThreshold={TREMBLE}
        minZoom={0.1}
        maxZoom={4}
        snapToGrid={isSnapping}
        snapGrid={GRID}
        proOptions={PRO}
      >
        <Background variant={BackgroundVariant.Dots} gap={16} size={1.6} color="var(--canvas-dot)" />
        <DragOrigins />
        <Suspense>
          <Ghost />
          <RoomToggles />
        </Suspense>
      </ReactFlow>
      <Suspense>
        <CanvasHud wrapper={wrapper} />
      </Suspense>
      <Suspense>
        <FindBar />
        <FindingPopover wrapper={wrapper} />
      </Suspense>
      <MinimapPlace />
    </div>
  )
}

/** The overview where the window is wide enough for it and there is something to see. Its place is kept while it loads. */
function MinimapPlace() {
  const isNarrow = useIsNarrow()
  const isEmpty = useDesign(design => Object.keys(design.blocks).length === 0)
  if (isNarrow || isEmpty) return null
  return (
    <div className={`${styles.hud} ${styles.minimap}`} data-minimap="">
      <Suspense>
        <Minimap />
      </Suspense>
    </div>
  )
}
