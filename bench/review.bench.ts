import { bench, describe } from 'vitest'
import { analyse } from '../src/rules/analyse'
import { RULES } from '../src/rules/index'
import { BPMN_RULES, bpmnlint, processOf } from './bpmn'
import { caseStudies } from './designs'

/** Blocks, and flow nodes of the process that bpmnlint is given. */
const SIZE = 1000

/** Runs of which the median is taken, after as many that warm up. */
const RUNS = 15

const design = caseStudies(SIZE)
const { root, flows } = await processOf(SIZE + 2)

/** A new object each time, as after every edit: the index of a design is remembered by its identity. */
const review = () => analyse({ ...design }, { review: true }).findings.length

/** The median of so many runs, in milliseconds. */
async function median(run: () => unknown): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < 2 * RUNS; i++) {
    const start = performance.now()
    await run()
    if (i >= RUNS) times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0
}

function row(name: string, figures: readonly (string | number)[]): string {
  return `${name.padEnd(24)}${figures.map(each => String(each).padStart(14)).join('')}\n`
}

const ours = await median(review)
const theirs = await median(() => bpmnlint(root))
process.stdout.write(
  [
    row('one pass of all rules', ['blocks', 'flows', 'rules', 'findings', 'median, ms']),
    row('groundplan', [SIZE, Object.keys(design.flows).length, RULES.length, review(), ours.toFixed(1)]),
    row('bpmnlint:recommended', [SIZE, flows, BPMN_RULES, await bpmnlint(root), theirs.toFixed(1)]),
  ].join(''),
)

describe(`a review of ${SIZE} blocks`, () => {
  bench('groundplan, all rules', () => void review())
  bench('bpmnlint:recommended', async () => void (await bpmnlint(root)))
})
