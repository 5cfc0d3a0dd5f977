import { isUsualNext, nextKinds, type Way } from '../kinds/next-kinds'
import { type Block, type Design, type Flow, type Id, lookUp } from '../model/design'
import type { Finding } from './rule'

/** A kind that may come next to a block, and why it stands where it does in the list. */
export interface Next {
  readonly kind: string
  /** A fix of an open finding would put such a block there. */
  readonly isFix: boolean
  /** It is what usually stands there, and not there yet. */
  readonly isUsual: boolean
}

/**
 * The kinds that may come after (or before) a block, likeliest first: what fixes of open findings would put there, then
 * what usually stands there, then the rest that a flow may join. What is wired there already comes behind what is not.
 */
export function likelyNext(design: Design, findings: readonly Finding[], id: Id, way: Way): readonly Next[] {
  const block = lookUp(design.blocks, id)
  if (!block) return []
  const wired = new Set(Object.values(design.flows).flatMap(flow => kindBeyond(design, flow, id, way) ?? []))
  const fixes = fixedBeside(findings, id, way)
  const all = nextKinds(block.kind, way).map(kind => {
    const isFix = fixes.includes(kind)
    return { kind, isFix, isUsual: !wired.has(kind) && isUsualNext(block.kind, kind, way) }
  })
  const rank = ({ kind, isFix, isUsual }: Next) => (isFix ? fixes.indexOf(kind) - fixes.length : isUsual ? 0 : 1)
  return all.sort((a, b) => rank(a) - rank(b))
}

/** The kinds that may stand between the two ends of a flow, likeliest first: by their places in both lists. */
export function likelyBetween(design: Design, findings: readonly Finding[], flow: Flow): readonly Next[] {
  const after = likelyNext(design, findings, flow.source, 'after')
  const before = new Map(
    likelyNext(design, findings, flow.target, 'before').map((next, place) => [next.kind, { next, place }]),
  )
  const rows = after.flatMap((next, place) => {
    const other = before.get(next.kind)
    if (!other) return []
    const isFix = next.isFix && other.next.isFix
    const isUsual = next.isUsual && other.next.isUsual
    return [{ kind: next.kind, isFix, isUsual, place: place + other.place - (isFix ? 2000 : isUsual ? 1000 : 0) }]
  })
  return rows.sort((a, b) => a.place - b.place).map(({ place: _, ...next }) => next)
}

function kindBeyond(design: Design, { source, target }: Flow, id: Id, way: Way): string | undefined {
  const [near, far] = way === 'after' ? [source, target] : [target, source]
  return near === id ? lookUp(design.blocks, far)?.kind : undefined
}

/** Kinds of the new blocks that the first fixes of findings would wire to a block on that side, gravest finding first. */
function fixedBeside(findings: readonly Finding[], id: Id, way: Way): readonly string[] {
  const kinds: string[] = []
  for (const { fixes } of findings) {
    const [fix] = fixes
    if (!fix || !('edit' in fix)) continue
    const puts = fix.edit.changes.filter(change => change.op === 'put')
    const added = new Map(puts.flatMap(({ table, record }) => (table === 'blocks' ? [rowOf(record as Block)] : [])))
    for (const { table, record } of puts) {
      const { source, target } = record as Flow
      const [near, far] = way === 'after' ? [source, target] : [target, source]
      const kind = table === 'flows' && near === id ? added.get(far) : undefined
      if (kind && !kinds.includes(kind)) kinds.push(kind)
    }
  }
  return kinds
}

function rowOf({ id, kind }: Block): readonly [Id, string] {
  return [id, kind]
}
