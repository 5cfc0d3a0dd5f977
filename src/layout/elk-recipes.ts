import type { Parts } from './parts'

type Options = Readonly<Record<string, string>>

/** Options of one run of ELK, and whether it may know which flows matter more than others. */
export interface Recipe {
  readonly options: Options
  readonly hasPriorities: boolean
}

/** What is asked of every recipe. */
export interface RecipeWishes {
  /** The only direction of the layers; without it both are tried. */
  readonly direction?: 'RIGHT' | 'DOWN'
  /** Another number gives other drawings. */
  readonly seed?: number
}

const STRAIGHT: Options = {
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.favorStraightEdges': 'true',
}
const COMPACT: Options = { 'elk.layered.compaction.postCompaction.strategy': 'EDGE_LENGTH' }

function tries(thoroughness: number, seed: number): Options {
  return { 'elk.layered.thoroughness': String(thoroughness), 'elk.randomSeed': String(seed) }
}

/** Groups inside each other that ELK can take; it calls itself for each level, and some thousands overflow its stack. */
const DEEPEST = 50

/**
 * The runs of ELK worth trying for these parts; none when groups are nested too deep for it. Compaction is left out with
 * groups, where it often throws.
 */
export function recipesFor(parts: Parts, { direction, seed = 0 }: RecipeWishes = {}): readonly Recipe[] {
  const size = parts.blocks.length
  if (depthOf(parts) > DEEPEST) return []
  const directions = (direction ? [direction] : ['RIGHT', 'DOWN']).map(way => ({ 'elk.direction': way }))
  const [first] = directions
  const tidy = parts.groups.length > 0 ? STRAIGHT : { ...STRAIGHT, ...COMPACT }
  const weighed = (options: Options) => ({ options, hasPriorities: true })
  const quick = weighed({ ...first, ...STRAIGHT, ...tries(1, seed + 1) })
  if (size > 1000) return [quick]
  // The quick one comes first, so that there is something when the time is over.
  if (size > 150) return [quick, weighed({ ...first, ...tidy, ...tries(7, seed + 1) })]
  if (size <= 8) return directions.map(each => weighed({ ...each, ...tidy, ...tries(7, seed + 1) }))
  // As ELK comes it draws some graphs best, above all those that nobody designed.
  const plain = directions.map(each => ({ options: { ...each, ...tries(7, seed + 1) }, hasPriorities: false }))
  const seeds = size > 60 ? [1] : [1, 2, 3]
  const thorough = seeds.flatMap(n => directions.map(each => weighed({ ...each, ...tidy, ...tries(20, seed + n) })))
  return [...plain, ...thorough]
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
