import type { Parts } from './parts'

type Recipe = Readonly<Record<string, string>>

const RIGHT: Recipe = { 'elk.direction': 'RIGHT' }
const DOWN: Recipe = { 'elk.direction': 'DOWN' }
const STRAIGHT: Recipe = {
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.favorStraightEdges': 'true',
}
const COMPACT: Recipe = { 'elk.layered.compaction.postCompaction.strategy': 'EDGE_LENGTH' }

function tries(thoroughness: number, seed = 1): Recipe {
  return { 'elk.layered.thoroughness': String(thoroughness), 'elk.randomSeed': String(seed) }
}

/** Groups inside each other that ELK can take; it calls itself for each level, and some thousands overflow its stack. */
const DEEPEST = 50

/**
 * The options of ELK worth trying for these parts; none when groups are nested too deep for it. Compaction is left out
 * with groups, where it often throws.
 */
export function recipesFor(parts: Parts): readonly Recipe[] {
  const size = parts.blocks.length
  if (depthOf(parts) > DEEPEST) return []
  const tidy = parts.groups.length > 0 ? STRAIGHT : { ...STRAIGHT, ...COMPACT }
  const quick = { ...RIGHT, ...STRAIGHT, ...tries(1) }
  if (size > 1000) return [quick]
  // The quick one comes first, so that there is something when the time is over.
  if (size > 150) return [quick, { ...RIGHT, ...tidy, ...tries(7) }]
  if (size <= 8) return [RIGHT, DOWN].map(direction => ({ ...direction, ...tidy, ...tries(7) }))
  const seeds = size > 60 ? [1] : [1, 2, 3]
  return seeds.flatMap(seed => [RIGHT, DOWN].map(direction => ({ ...direction, ...tidy, ...tries(20, seed) })))
}

function depthOf(parts: Parts): number {
  const outer = new Map(parts.groups.map(group => [group.id, group.group]))
  let deepest = 0
  for (const { id } of parts.groups) {
    let depth = 1
    for (let next = outer.get(id); next !== undefined && depth <= DEEPEST; next = outer.get(next)) depth++
    deepest = Math.max(deepest, depth)
  }
  return deepest
}
