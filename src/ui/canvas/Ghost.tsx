import { ViewportPortal } from '@xyflow/react'
import { useMemo } from 'react'
import { cardOf } from '../../drawing/card'
import { flowShapes } from '../../drawing/flow-line'
import { sceneOf } from '../../drawing/scene'
import { blockSize } from '../../kinds/index'
import { type Block, type Design, type Flow, type Id, lookUp } from '../../model/design'
import { applyEdit, type Edit } from '../../model/edit'
import { Icon } from '../parts/Icon'
import { useDesign, useEditor } from '../session/hooks'
import { useCanvas } from './canvas-context'
import { FlowLine } from './FlowLine'
import styles from './Ghost.module.css'
import { canvasRouter } from './router'

/** What the fix that is pointed at would do: new blocks and flows dashed, what it changes ringed, what goes struck out. */
export default function Ghost() {
  const ghost = useEditor(editor => editor.ghost)
  const design = useDesign(design => design)
  return ghost && <Preview design={design} edit={ghost} />
}

function Preview({ design, edit }: { readonly design: Design; readonly edit: Edit }) {
  const routes = useCanvas(canvas => canvas.routes)
  const after = useMemo(() => applyEdit(design, edit), [design, edit])
  const { added, changed, gone, lines } = useMemo(() => differenceOf(design, after), [design, after])
  const fresh = useMemo(() => {
    const ids = new Set([...added.map(block => block.id), ...lines.flatMap(flow => [flow.source, flow.target])])
    return canvasRouter().reroute(after, routes, ids)
  }, [after, routes, added, lines])
  const { collapsed, hiddenBy } = sceneOf(after)
  const isSeen = ({ id }: Block) => hiddenBy(id) === undefined
  // What happens in a collapsed room is shown at the room.
  const touched = new Set([...added, ...changed].flatMap(block => hiddenBy(block.id) ?? []))
  const rooms = [...collapsed].filter(([id]) => touched.has(id))
  return (
    <ViewportPortal>
      <div className={styles.ghost} data-ghost="" aria-hidden="true">
        <svg className={styles.lines} width={1} height={1} aria-hidden="true">
          {lines.map(flow => {
            const line = fresh.get(flow.id)
            const shapes = line && flowShapes(line, flow.kind)
            return shapes && <FlowLine key={flow.id} shapes={{ ...shapes, dash: '4 4' }} ink="var(--accent)" isStrong />
          })}
          {gone.flows.map(id => {
            const line = routes.get(id)
            const shapes = line && flowShapes(line, lookUp(design.flows, id)?.kind ?? 'data')
            return shapes && <path key={id} className={styles.struck} d={shapes.d} />
          })}
        </svg>
        {added.filter(isSeen).map(block => (
          <NewBlock key={block.id} design={after} block={block} />
        ))}
        {[...changed, ...gone.blocks].filter(isSeen).map(block => (
          <div key={block.id} className={styles.ring} data-gone={gone.blocks.includes(block)} style={boxOf(block)} />
        ))}
        {[...rooms].map(([id, { x, y, width, height }]) => (
          <div key={id} className={styles.ring} style={{ transform: `translate(${x}px, ${y}px)`, width, height }} />
        ))}
      </div>
    </ViewportPortal>
  )
}

function NewBlock({ design, block }: { readonly design: Design; readonly block: Block }) {
  const card = cardOf(design, block)
  return (
    <div className={styles.block} data-ghost-block={block.id} data-step={card.step} style={boxOf(block)}>
      <Icon name={card.icon} size={15} />
      <span>{card.name.join(' ')}</span>
    </div>
  )
}

interface Difference {
  readonly added: readonly Block[]
  readonly changed: readonly Block[]
  readonly gone: { readonly blocks: readonly Block[]; readonly flows: readonly Id[] }
  /** Flows that are new or that now join other blocks or carry something else. */
  readonly lines: readonly Flow[]
}

function differenceOf(before: Design, after: Design): Difference {
  const blocks = Object.values(after.blocks).filter(block => block !== lookUp(before.blocks, block.id))
  return {
    added: blocks.filter(block => !lookUp(before.blocks, block.id)),
    changed: blocks.filter(block => lookUp(before.blocks, block.id)),
    gone: {
      blocks: Object.values(before.blocks).filter(block => !lookUp(after.blocks, block.id)),
      flows: Object.keys(before.flows).filter(id => !lookUp(after.flows, id)),
    },
    lines: Object.values(after.flows).filter(flow => flow !== lookUp(before.flows, flow.id)),
  }
}

function boxOf(block: Block) {
  const { x, y } = block.at ?? { x: 0, y: 0 }
  const { width, height } = blockSize(block)
  return { transform: `translate(${x}px, ${y}px)`, width, height }
}
