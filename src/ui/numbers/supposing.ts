import { type Outage, outageOf } from '../../budget/outage'
import { graphOf } from '../../graph/graph'
import { numberOf } from '../../graph/props'
import type { Design, Id } from '../../model/design'
import { applyEdit, type Change } from '../../model/edit'
import { type Numbers, numbersOf } from './numbers'

/** A question put to the design, which stays as it is: so many times the peak load, and these blocks down. */
export interface WhatIf {
  readonly load: number
  readonly down: ReadonlySet<Id>
}

/** The numbers of a design, or what they would be, with what comes of the blocks that are down. */
export interface Supposed {
  readonly numbers: Numbers
  readonly outage: Outage | null
}

/** Works out the numbers as the question makes them; without a question, as they are. */
export function numbersSupposing(design: Design, whatIf: WhatIf | null): Supposed {
  if (!whatIf) return { numbers: numbersOf(design), outage: null }
  const outage = outageOf(graphOf(design), whatIf.down)
  const changes = [...scaled(design, whatIf.load), ...rerouted(design, whatIf.down, outage)]
  return { numbers: numbersOf(applyEdit(design, { label: '', changes })), outage }
}

/** The peak as stated, or the users that it is worked out from. */
function scaled({ brief }: Design, factor: number): Change[] {
  return ['peakQps', 'dau'].flatMap(path => {
    const value = numberOf(brief.design, path)
    return value === undefined ? [] : [{ op: 'set', table: 'brief', id: 'design', path, to: value * factor } as const]
  })
}

/** Requests that are given up end, fallbacks that are taken become requests, a cache that is down passes all on. */
function rerouted(design: Design, down: ReadonlySet<Id>, { lost, taken }: Outage): Change[] {
  const caches = [...down].filter(id => design.blocks[id]?.kind === 'cache')
  return [
    ...lost.map(({ id }) => ({ op: 'cut', table: 'flows', id }) as const),
    ...taken.map(({ id }) => ({ op: 'set', table: 'flows', id, path: 'kind', to: 'request' }) as const),
    ...caches.flatMap(id =>
      ['hitRate', 'p99Ms', 'replicas'].map(key => ({ op: 'set', table: 'blocks', id, path: `props.${key}` }) as const),
    ),
  ]
}
