import { FLOW_NAMES, plainFlowKind } from '../../kinds/flow-kinds'
import { STEP_NAMES } from '../../kinds/steps'
import { type Design, type FlowKind, lookUp } from '../../model/design'
import { likelyBetween, likelyNext, type Next } from '../../rules/likely-next'
import type { Finding } from '../../rules/rule'
import { nextBlocks as say } from '../messages/en'
import { PALETTE, type PaletteItem } from '../palette/items'
import type { AddTo } from '../session/editor-store'
import type { Entry } from './entry'

/** Kinds that stand on top of the list as likely, at most: what the eye takes in at once. */
const LIKELY = 6

/** What can be added where, likeliest first: the few that are likely, then all that a flow may join, by step. */
export function nextEntries(
  design: Design,
  findings: readonly Finding[],
  to: AddTo,
  add: (item: PaletteItem) => void,
): Entry[] {
  const all = nextOf(design, findings, to)
  const places = new Map(all.map((next, place) => [next.kind, place]))
  const likely = all.filter(({ isFix, isUsual }) => isFix || isUsual).slice(0, LIKELY)
  const entryOf = (item: PaletteItem, section: string, next?: Next): Entry => ({
    id: `next/${item.id}`,
    section,
    name: item.name,
    words: item.words,
    detail: detailOf(design, to, item.kind),
    icon: item.icon,
    step: item.step,
    ...(next?.isFix ? { hint: say.fix } : {}),
    run: () => add(item),
  })
  const leading = likely.flatMap(next => {
    const item = PALETTE.find(each => each.id === next.kind)
    return item ? [{ item, entry: entryOf(item, say.likely, next) }] : []
  })
  const lead = new Set(leading.map(({ item }) => item))
  const rest = PALETTE.filter(item => places.has(item.kind) && !lead.has(item))
  return [...leading.map(({ entry }) => entry), ...rest.map(item => entryOf(item, STEP_NAMES[item.step]))]
}

/** What the list is called: “What comes after “Ranker”?”. */
export function nextQuestion(design: Design, to: AddTo): string {
  const name = (id: string) => lookUp(design.blocks, id)?.label ?? ''
  if ('from' in to) return say.beside[to.way](name(to.from))
  const flow = lookUp(design.flows, to.flow)
  return say.between(name(flow?.source ?? ''), name(flow?.target ?? ''))
}

function nextOf(design: Design, findings: readonly Finding[], to: AddTo): readonly Next[] {
  if ('from' in to) return likelyNext(design, findings, to.from, to.way)
  const flow = lookUp(design.flows, to.flow)
  return flow ? likelyBetween(design, findings, flow) : []
}

/** The kind of flow that would join it, as people read it. */
function detailOf(design: Design, to: AddTo, kind: string): string {
  if ('flow' in to) return ''
  const other = lookUp(design.blocks, to.from)?.kind ?? ''
  const flow = to.way === 'after' ? plainFlowKind(other, kind) : plainFlowKind(kind, other)
  return flow ? FLOW_NAMES[flow satisfies FlowKind].name : ''
}
