import { bench, describe } from 'vitest'
import { graphOf } from '../src/graph/graph'
import { analyse } from '../src/rules/analyse'
import { designOf } from './designs'

describe.each([100, 1000])('the analysis of a design with %i blocks', size => {
  const design = designOf(size)

  // A new object each time, as after every edit: the index of a design is remembered by its identity.
  bench('index the graph', () => void graphOf({ ...design }))
  bench('lint and count coverage', () => void analyse({ ...design }, { review: true }))
})
