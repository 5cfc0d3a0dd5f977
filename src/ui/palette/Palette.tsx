import { type KeyboardEvent, lazy, Suspense, useMemo, useRef, useState } from 'react'
import { STEP_NAMES } from '../../kinds/steps'
import { STEPS, type Step } from '../../model/design'
import type { Severity } from '../../rules/rule'
import { addFromPalette } from '../commands/adding'
import { blockPalette as say } from '../messages/en'
import { Icon } from '../parts/Icon'
import { Keys } from '../parts/Keys'
import { SeverityMark } from '../parts/SeverityMark'
import { useAnalysis, useDesign, useEditor, useSession } from '../session/hooks'
import { DragGhost } from './DragGhost'
import { PALETTE, type PaletteItem, searchPalette } from './items'
import { missingKinds } from './missing'
import styles from './Palette.module.css'
import { usePaletteDrag } from './use-palette-drag'

const Outline = lazy(() => import('../outline/Outline'))

/** What stands left of the canvas: the blocks to draw with, or the design as a list. */
export default function Palette() {
  const isOutline = useEditor(editor => editor.isOutlineOpen)
  if (!isOutline) return <Blocks />
  return (
    <Suspense>
      <Outline />
    </Suspense>
  )
}

/** The blocks to draw with: searchable, by step; click, Enter or drag adds one. */
function Blocks() {
  const session = useSession()
  const [query, setQuery] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const step = useEditor(editor => editor.step)
  const list = useRef<HTMLDivElement>(null)
  const { drag, handlers } = usePaletteDrag()
  const found = useMemo(() => (query.trim() === '' ? null : searchPalette(query)), [query])
  const add = (item: PaletteItem) => {
    addFromPalette(session, item)
    setQuery('')
    setActive(0)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      setQuery('')
      session.view.focus()
    } else if (found && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      const next = active + (event.key === 'ArrowDown' ? 1 : -1)
      setActive(Math.max(0, Math.min(found.length - 1, next)))
    } else if (event.key === 'Enter') {
      const item = found?.[active]
      if (item) add(item)
    }
  }
  return (
    <div
      role="group"
      aria-label={say.name}
      className={styles.palette}
      data-open={isOpen}
      onFocus={event => setOpen(event.target instanceof HTMLInputElement || isOpen)}
      onBlur={event => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <label className={styles.search}>
        <Icon name="search" size={14} />
        <input
          id="palette-search"
          type="text"
          role="combobox"
          aria-expanded={found !== null}
          aria-controls="palette-list"
          aria-activedescendant={found?.[active] ? `palette-${found[active].id}` : undefined}
          aria-label={say.find}
          placeholder={say.find}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={event => {
            setQuery(event.target.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
        />
        <Keys of="/" />
      </label>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows walk the buttons in it, which Tab reaches, too */}
      <div
        className={styles.list}
        ref={list}
        id="palette-list"
        {...handlers}
        onKeyDown={event => {
          walkItems(event)
          if (event.key === 'Escape') session.view.focus()
        }}
      >
        {found ? (
          <Found items={found} active={active} query={query} onAdd={add} />
        ) : (
          STEPS.filter(one => step === null || step === one).map(one => <Section key={one} step={one} onAdd={add} />)
        )}
      </div>
      {drag && <DragGhost drag={drag} />}
    </div>
  )
}

/** Arrows lead from block to block of the list, as in a menu. */
function walkItems(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-palette]')]
  const from = items.indexOf(event.target as HTMLElement)
  if (step === 0 || from < 0) return
  event.preventDefault()
  items[(from + step + items.length) % items.length]?.focus()
}

interface FoundProps {
  readonly items: readonly PaletteItem[]
  readonly active: number
  readonly query: string
  readonly onAdd: (item: PaletteItem) => void
}

function Found({ items, active, query, onAdd }: FoundProps) {
  if (items.length === 0) return <p className={styles.none}>{say.none(query)}</p>
  return items.map((item, index) => <Item key={item.id} item={item} isActive={index === active} onAdd={onAdd} />)
}

/** Clarify and Frame hold the brief's cards: folded at first, since the brief itself is the place to fill in. */
function Section({ step, onAdd }: { readonly step: Step; readonly onAdd: (item: PaletteItem) => void }) {
  const chosen = useEditor(editor => editor.step)
  const [isOpen, setOpen] = useState(step !== 'clarify' && step !== 'frame')
  const [showsMore, setShowsMore] = useState(false)
  const items = PALETTE.filter(item => item.step === step)
  const main = items.filter(item => !item.isExtended)
  const more = items.filter(item => item.isExtended)
  const isShown = isOpen || chosen === step
  return (
    <section className={styles.group} data-step={step} aria-label={STEP_NAMES[step]}>
      <button type="button" className={styles.heading} aria-expanded={isShown} onClick={() => setOpen(!isOpen)}>
        <Icon name={isShown ? 'chevron-down' : 'chevron-right'} size={14} />
        {STEP_NAMES[step]}
        <span className={styles.count}>{main.length}</span>
      </button>
      {isShown && main.map(item => <Item key={item.id} item={item} onAdd={onAdd} />)}
      {isShown && showsMore && more.map(item => <Item key={item.id} item={item} onAdd={onAdd} />)}
      {isShown && more.length > 0 && (
        <button
          type="button"
          className={styles.more}
          aria-expanded={showsMore}
          onClick={() => setShowsMore(!showsMore)}
        >
          {showsMore ? say.fewer : say.more(more.length)}
        </button>
      )}
    </section>
  )
}

interface ItemProps {
  readonly item: PaletteItem
  readonly isActive?: boolean
  readonly onAdd: (item: PaletteItem) => void
}

function Item({ item, isActive = false, onAdd }: ItemProps) {
  const session = useSession()
  const used = useDesign(design => {
    let count = 0
    for (const block of Object.values(design.blocks))
      if (block.kind === item.kind && (item.kind !== 'brief-card' || block.props.shows === item.props.shows)) count += 1
    return count
  })
  const need: Severity | null = useAnalysis(analysis => missingKinds(analysis.findings).get(item.id) ?? null)
  const isPlain = !item.id.includes('/') || item.kind === 'brief-card'
  return (
    <button
      type="button"
      id={`palette-${item.id}`}
      className={styles.item}
      data-step={item.step}
      data-palette={item.id}
      data-active={isActive}
      title={`${item.name}: ${item.what}`}
      onClick={event => {
        onAdd(item)
        // After a click of the pointer the keys belong to the canvas; a press of Enter stays in the palette.
        if (event.detail > 0) session.view.focus()
      }}
    >
      <span className={styles.tile}>
        <Icon name={item.icon} size={13} />
      </span>
      <span className={styles.name}>
        <span className="visually-hidden">{`${say.add} `}</span>
        {item.name}
      </span>
      {need && used === 0 ? (
        <span className={styles.need}>
          <SeverityMark severity={need} size={14} />
        </span>
      ) : (
        isPlain && used > 0 && <span className={styles.used}>{used}</span>
      )}
    </button>
  )
}
