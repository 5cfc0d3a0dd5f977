import { Handle, type NodeProps, Position } from '@xyflow/react'
import { type CSSProperties, lazy, memo, Suspense, useMemo } from 'react'
import { type Card, cardOf } from '../../drawing/card'
import { measure } from '../../drawing/text'
import { ICONS } from '../../kinds/icons'
import { kindOf } from '../../kinds/index'
import type { Block } from '../../model/design'
import { findingKey } from '../../rules/rule'
import { Shapes } from '../parts/Shapes'
import { useAnalysis, useDesign, useEditor, useHealth, useNumbers, useSession, useStage } from '../session/hooks'
import { Badge } from './Badge'
import styles from './BlockCard.module.css'
import canvas from './Canvas.module.css'
import { useCanvas } from './canvas-context'
import { LoadLine } from './LoadLine'
import { Rename } from './Rename'
import type { BlockNode } from './reconcile'

// Notes are painted as plain lines until this has loaded.
const MarkdownText = lazy(() => import('../parts/MarkdownText'))
const Resizer = lazy(() => import('./Resizer'))

const PORTS = [Position.Top, Position.Right, Position.Bottom, Position.Left] as const

/**
 * A block on the canvas. It renders again when its record, its findings or its state change, and never for its place:
 * React Flow moves the element around it.
 */
export const MlBlock = memo(
  function MlBlock({ id, data: { block }, selected }: NodeProps<BlockNode>) {
    const card = useCard(block)
    const state = useBlockState(block, card.step)
    const isRenaming = useEditor(editor => editor.renaming === id)
    return (
      <div
        className={styles.card}
        data-block={id}
        data-kind={block.kind}
        data-step={card.step}
        data-card={card.shape === 'brief'}
        data-note={card.shape === 'note'}
        data-selected={selected === true}
        data-locked={block.locked === true}
        {...state}
        title={card.shape === 'block' ? `${block.label}: ${kindOf(block.kind).name}` : undefined}
      >
        {card.shape === 'block' && <LoadLine id={id} />}
        {card.shape === 'note' ? (
          <NoteText text={block.label} lines={card.name} />
        ) : (
          <CardText block={block} card={card} />
        )}
        {isRenaming && <Rename id={id} label={block.label} look={card.shape === 'note' ? 'note' : 'block'} />}
        {card.shape === 'note' && selected && !block.locked && (
          <Suspense>
            <Resizer node={id} />
          </Suspense>
        )}
        <Badge id={id} />
        {PORTS.map(side => (
          <Handle key={side} id={side} type="source" position={side} className={canvas.handle ?? ''} />
        ))}
      </div>
    )
  },
  (before, after) => before.data === after.data && before.selected === after.selected,
)

function CardText({ block, card }: { readonly block: Block; readonly card: Card }) {
  return (
    <>
      <span className={styles.tile}>
        <Shapes of={ICONS[card.icon]} size={15} />
      </span>
      <span className={styles.name}>
        {card.name.map(line => (
          <span key={line} className={styles.line}>
            <bdi>{line}</bdi>
          </span>
        ))}
      </span>
      {card.kindLine && <span className={styles.kind}>{card.kindLine}</span>}
      {(card.keyText || card.liveText) && (
        <span className={styles.last}>
          <span className={styles.key}>{card.keyText}</span>
          <span className={styles.number}>{card.liveText}</span>
        </span>
      )}
      <span className={styles.big} aria-hidden="true">
        <span style={{ '--word': longestWord(block.label) } as CSSProperties}>
          <bdi>{block.label}</bdi>
        </span>
      </span>
    </>
  )
}

/** The width of the widest word of a name, in em: zoomed out its letters get smaller before a word would break. */
function longestWord(name: string): number {
  return Math.max(1, ...name.split(/\s+/).map(word => measure(word, { size: 1, weight: 600 })))
}

function NoteText({ text, lines }: { readonly text: string; readonly lines: readonly string[] }) {
  return (
    <div className={styles.note}>
      <Suspense fallback={<pre className={styles.plain}>{lines.join('\n')}</pre>}>
        <MarkdownText text={text} />
      </Suspense>
    </div>
  )
}

/** What the card says. Only cards of the brief follow the brief. */
function useCard(block: Block): Card {
  const session = useSession()
  const brief = useDesign(design => (block.kind === 'brief-card' ? design.brief : null))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the brief is what a brief card reads of the design
  return useMemo(() => cardOf(session.design(), block), [session, block, brief])
}

/** Attributes for the states of a block: named by the open finding, just inserted, a target, standing back. */
function useBlockState(block: Block, step: Card['step']) {
  const { id } = block
  const open = useEditor(editor => editor.finding)
  const severity = useAnalysis(analysis => {
    if (open === null) return undefined
    return analysis.byId.get(id)?.find(finding => findingKey(finding) === open)?.severity
  })
  const isFresh = useEditor(editor => editor.fresh.has(id))
  const drop = useCanvas(canvas => {
    if (canvas.pending?.over !== id) return undefined
    return canvas.pending.reason === null ? 'ok' : 'refused'
  })
  const isRefused = useCanvas(canvas => canvas.refused.has(id))
  const isOffStep = useEditor(editor => editor.step !== null && editor.step !== step)
  const isTracing = useEditor(editor => editor.isTracing)
  const isOffPath = useNumbers(numbers => !numbers.pathBlocks.has(id)) ?? false
  const health = useHealth(id)
  const stage = useStage(id)
  return {
    'data-finding': severity === undefined ? undefined : '',
    'data-severity': severity,
    'data-fresh': isFresh,
    'data-drop': drop,
    'data-dim': isRefused || isOffStep || (isTracing && isOffPath) || stage === 'back',
    'data-stage': stage,
    'data-health': health,
  }
}
