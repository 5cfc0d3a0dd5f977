import type { ElkNode } from 'elkjs/lib/elk-api.js'
import { elkGraph, readElk } from './elk-graph'
import { type Recipe, type RecipeWishes, recipesFor } from './elk-recipes'
import type { Parts } from './parts'
import type { Engine, Placement } from './placement'
import { measure, score } from './score'
import { snapped } from './snap'

/** Runs ELK on a graph: in a worker in the browser, in the same thread in Node. Rejects when ELK throws. */
export type Elk = (graph: ElkNode) => Promise<ElkNode>

/** Counting crossings of more blocks than this holds the page up: the last recipe, the most thorough one, is taken. */
const MOST_SCORED = 300

/** ELK's layered algorithm with several recipes; the drawing with the best score wins. Null when ELK can do none. */
export function elkEngine(elk: Elk, wishes: RecipeWishes = {}): Engine {
  return async (parts, signal) => {
    const recipes = recipesFor(parts, wishes)
    let best: { placement: Placement; points: number } | null = null
    for (const [tried, recipe] of recipes.entries()) {
      if (signal?.aborted) break
      const placement = await run(elk, parts, recipe, signal)
      if (!placement) continue
      const points = parts.blocks.length > MOST_SCORED ? -tried : score(measure(parts, placement))
      if (!best || points < best.points) best = { placement, points }
    }
    return best?.placement ?? null
  }
}

/** One run of ELK; null when it throws, when a figure of it is not finite, or when the signal fires first. */
async function run(elk: Elk, parts: Parts, recipe: Recipe, signal: AbortSignal | undefined): Promise<Placement | null> {
  // ELK throws on some graphs with some recipes ("Invalid hitboxes"): the next recipe may do.
  const result = await firstOf(
    elk(elkGraph(parts, recipe)).catch(() => null),
    signal,
  )
  return result && snapped(parts, readElk(result))
}

function firstOf<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T | null> {
  if (!signal) return work
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => resolve(null), { once: true })
    work.then(resolve, reject)
  })
}
