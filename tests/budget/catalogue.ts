import { readFileSync } from 'node:fs'
import { type Graph, graphOf } from '../../src/graph/graph'
import { designOf } from '../../src/plan/sketch'

/** The graph of one of the fifteen case studies, by the name of its file. */
export function caseStudy(name: string): Graph {
  return graphOf(designOf(readFileSync(new URL(`../fixtures/catalogue/${name}.plan`, import.meta.url), 'utf8')))
}
