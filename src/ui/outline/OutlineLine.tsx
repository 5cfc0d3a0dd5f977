import type { MouseEvent } from 'react'
import { kindWords, nameOf, titleOf } from '../../graph/names'
import type { OutlineRow } from '../../graph/outline'
import { cardContent } from '../../kinds/brief'
import { kindOf } from '../../kinds/index'
import type { Point } from '../../model/design'
import { FlowSample } from '../canvas/FlowSample'
import { stepOf } from '../canvas/step-of'
import { outlineLine as say } from '../messages/en'
import { Icon } from '../parts/Icon'
import { SeverityMark } from '../parts/SeverityMark'
import { knownOf } from '../reader/known'
import { isSelected, selectOnly } from '../reader/selected'
import { toggleFocused } from '../reader/walking'
import { useAnalysis, useDesign, useEditor, useNumbers, useSession } from '../session/hooks'
import styles from './Outline.module.css'
import { OutlineName } from './OutlineName'
import { ROW } from './use-window'

/** Pixels that a line moves in for each level. */
const STEP = 14

interface OutlineLineProps {
  readonly row: OutlineRow
  readonly index: number
  readonly isActive: boolean
  readonly isRenaming: boolean
  readonly onFold: () => void
  readonly onRename: (isOn: boolean) => void
  readonly onMenu: (at: Point) => void
}

/** A line of the outline: what it is called, its kind, its gravest finding. Its name is that of its element. */
export function OutlineLine({ row, index, isActive, isRenaming, onFold, onRename, onMenu }: OutlineLineProps) {
  const { stop, level, place, of, isOpen } = row
  const session = useSession()
  const design = useDesign(all => all)
  const isChosen = useEditor(editor => isSelected(editor, stop))
  // The findings and totals that the name says.
  useAnalysis(analysis => analysis.marks)
  useNumbers(numbers => numbers.totals)
  const onClick = (event: MouseEvent) => {
    if (!(event.ctrlKey || event.metaKey || event.shiftKey)) selectOnly(session, stop)
    else {
      session.editor.setState({ focus: stop })
      toggleFocused(session)
    }
    session.view.show([stop.id])
  }
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names its line
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid listens to keys
    <div
      id={`outline-${stop.id}`}
      role="row"
      className={styles.line}
      style={{ top: index * ROW }}
      data-line={stop.table}
      data-active={isActive}
      aria-label={nameOf(design, stop, knownOf(session, stop))}
      aria-level={level}
      aria-posinset={place}
      aria-setsize={of}
      aria-rowindex={index + 1}
      aria-expanded={isOpen ?? undefined}
      aria-selected={isChosen}
      onClick={onClick}
      onDoubleClick={() => onRename(true)}
      onContextMenu={event => onMenu({ x: event.clientX, y: event.clientY })}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus */}
      <span role="gridcell" className={styles.name} style={{ paddingLeft: (level - 1) * STEP }}>
        {isOpen === null ? <span className={styles.leaf} /> : <Fold isOpen={isOpen} onFold={onFold} />}
        <Tile row={row} />
        {isRenaming ? <OutlineName stop={stop} onDone={() => onRename(false)} /> : <Title row={row} />}
      </span>
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus */}
      <span role="gridcell" className={styles.kind}>
        <Kind row={row} />
      </span>
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus */}
      <span role="gridcell" className={styles.findings}>
        <Findings row={row} />
      </span>
    </div>
  )
}

/** Folds with the pointer; keys have Left and Right, and the line says its state. */
function Fold({ isOpen, onFold }: { readonly isOpen: boolean; readonly onFold: () => void }) {
  return (
    <span
      className={styles.fold}
      data-fold=""
      aria-hidden="true"
      onClick={event => {
        event.stopPropagation()
        onFold()
      }}
    >
      <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} size={14} />
    </span>
  )
}

function Tile({ row: { stop } }: { readonly row: OutlineRow }) {
  const block = useDesign(design => (stop.table === 'blocks' ? design.blocks[stop.id] : undefined))
  if (stop.table === 'groups')
    return (
      <span className={styles.roomTile}>
        <Icon name="square-dashed" size={14} />
      </span>
    )
  if (!block) return null
  const card = block.kind === 'brief-card' ? cardContent(block.props.shows) : undefined
  return (
    <span className={styles.tile} data-step={block.kind === 'note' ? 'diagram' : stepOf(block)}>
      <Icon name={card?.icon ?? kindOf(block.kind).icon} size={12} />
    </span>
  )
}

function Title({ row: { stop } }: { readonly row: OutlineRow }) {
  const flow = useDesign(design => (stop.table === 'flows' ? design.flows[stop.id] : undefined))
  const text = useDesign(design => titleOf(design, flow ? { table: 'blocks', id: flow.target } : stop))
  return (
    <bdi className={styles.title} title={text}>
      {flow && <span className={styles.to}>{`${say.to} `}</span>}
      {text}
      {flow?.label && <em>{` ${flow.label}`}</em>}
    </bdi>
  )
}

function Kind({ row: { stop } }: { readonly row: OutlineRow }) {
  const flow = useDesign(design => (stop.table === 'flows' ? design.flows[stop.id] : undefined))
  const words = useDesign(design => kindWords(design, stop))
  if (flow)
    return (
      <span title={words}>
        <FlowSample kind={flow.kind} />
        <span className="visually-hidden">{words}</span>
      </span>
    )
  return words
}

function Findings({ row: { stop } }: { readonly row: OutlineRow }) {
  const found = useAnalysis(analysis => analysis.marks.get(stop.id))
  const [worst] = found ?? []
  if (!found || !worst) return null
  return (
    <>
      <SeverityMark severity={worst.severity} size={14} />
      {found.length > 1 && found.length}
    </>
  )
}
