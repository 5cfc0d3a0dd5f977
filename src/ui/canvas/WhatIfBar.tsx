import { type Load, loadShare } from '../../budget/capacity'
import type { Outage, Seen } from '../../budget/outage'
import { formatNumber } from '../../kinds/figures'
import { type Block, type Design, type Id, lookUp } from '../../model/design'
import { whatIfBar as say } from '../messages/en'
import type { WhatIf } from '../numbers/supposing'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { useDesign, useEditor, useNumbers, useOutage, useSession } from '../session/hooks'
import styles from './WhatIfBar.module.css'

/** The slider goes from a tenth to ten times the load, in equal ratios. */
const DECADES = 1

/** Saturated blocks that are named; the others are counted. */
const MOST_NAMED = 3

/** A question to the design while it stays as it is: more load, blocks that are down, and what comes of it. */
export default function WhatIfBar() {
  const session = useSession()
  const whatIf = useEditor(editor => editor.whatIf)
  if (!whatIf) return null
  return (
    <section className={styles.bar} aria-label={say.title} data-what-if="">
      <div className={styles.questions}>
        <LoadSlider whatIf={whatIf} />
        <FailBlock whatIf={whatIf} />
        <Button size="small" look="secondary" onClick={() => session.editor.setState({ whatIf: null })}>
          {say.end}
        </Button>
      </div>
      <Answers />
    </section>
  )
}

function LoadSlider({ whatIf }: { readonly whatIf: WhatIf }) {
  const session = useSession()
  const peak = useDesign(design => design.brief.design.peakQps)
  const load = (exponent: number) => Number((10 ** exponent).toPrecision(2))
  const text = typeof peak === 'number' ? `, ${formatNumber(peak * whatIf.load, 'requests/s')}` : ''
  return (
    <label className={styles.slider}>
      {say.load}
      <input
        type="range"
        min={-DECADES}
        max={DECADES}
        step={0.05}
        value={Math.log10(whatIf.load)}
        aria-valuetext={say.loadText(whatIf.load)}
        onChange={event => session.editor.setState({ whatIf: { ...whatIf, load: load(Number(event.target.value)) } })}
      />
      <output>{`× ${whatIf.load}${text}`}</output>
    </label>
  )
}

function FailBlock({ whatIf }: { readonly whatIf: WhatIf }) {
  const session = useSession()
  const design = useDesign(design => design)
  const selected = useEditor(editor => (editor.blocks.size === 1 ? [...editor.blocks][0] : undefined))
  const failing = (down: ReadonlySet<Id>) => session.editor.setState({ whatIf: { ...whatIf, down } })
  const blocks = Object.values(design.blocks).filter(block => isBreakable(block) && !whatIf.down.has(block.id))
  const chosen = blocks.find(block => block.id === selected)
  return (
    <div className={styles.down}>
      {[...whatIf.down].map(id => (
        <button
          key={id}
          type="button"
          className={styles.chip}
          onClick={() => failing(new Set([...whatIf.down].filter(one => one !== id)))}
        >
          {say.isDown(nameOf(design, id))}
          <Icon name="x" size={12} />
        </button>
      ))}
      {chosen && (
        <Button size="small" look="secondary" onClick={() => failing(new Set([...whatIf.down, chosen.id]))}>
          {say.fail(chosen.label || say.thisBlock)}
        </Button>
      )}
      <select
        aria-label={say.failBlock}
        value=""
        onChange={event => failing(new Set([...whatIf.down, event.target.value]))}
      >
        <option value="">{say.chooseBlock}</option>
        {blocks
          .sort((a, b) => a.label.localeCompare(b.label))
          .map(block => (
            <option key={block.id} value={block.id}>
              {block.label || block.kind}
            </option>
          ))}
      </select>
    </div>
  )
}

function Answers() {
  const design = useDesign(design => design)
  const loads = useNumbers(numbers => numbers.loads)
  const outage = useOutage()
  const full = [...(loads?.values() ?? [])].filter(load => load.demand > load.capacity)
  const lines = [...saturation(full), ...(outage ? consequences(design, outage) : [])]
  return (
    <ul className={styles.answers} aria-live="polite">
      {lines.length === 0 && <li>{say.fine}</li>}
      {lines.map(({ text, tone }) => (
        <li key={text} data-tone={tone}>
          {text}
        </li>
      ))}
    </ul>
  )
}

interface Line {
  readonly text: string
  readonly tone: 'error' | 'warning' | 'fine'
}

/** “Heavy ranker (needs 110 replicas) and Feed service saturate at 81k requests/s.” */
function saturation(loads: readonly Load[]): Line[] {
  if (loads.length === 0) return []
  const worst = [...loads].sort((a, b) => loadShare(b) - loadShare(a))
  const named = worst.slice(0, MOST_NAMED).map(withReplicas)
  return [{ tone: 'error', text: say.past(named, worst.length - named.length) }]
}

/** “Heavy ranker (needs 110 replicas)”: what it takes at the stated capacity of one. */
function withReplicas({ block, demand }: Load): string {
  const each = block.props.qpsPerReplica
  const isKnown = typeof each === 'number' && each > 0
  return isKnown ? say.needs(block.label, formatNumber(Math.ceil(demand / each))) : block.label
}

function consequences(design: Design, { seen, taken }: Outage): Line[] {
  const substitutes = taken.map(flow => say.answersFor(nameOf(design, flow.target), nameOf(design, flow.source)))
  return [
    ...substitutes.map((text): Line => ({ text, tone: 'warning' })),
    ...seen.filter(each => each.health !== 'well').map(each => ({ text: sentenceOf(each), tone: toneOf(each) })),
  ]
}

function sentenceOf({ client, health }: Seen): string {
  return (health === 'failed' ? say.error : say.poorer)(client.label)
}

function toneOf({ health }: Seen): Line['tone'] {
  return health === 'failed' ? 'error' : 'warning'
}

function isBreakable(block: Block): boolean {
  return block.kind !== 'note' && block.kind !== 'brief-card' && block.kind !== 'client'
}

function nameOf(design: Design, id: Id): string {
  return lookUp(design.blocks, id)?.label || say.aBlock
}
