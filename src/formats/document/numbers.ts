import { loadShare, tightestLoad } from '../../budget/capacity'
import { monthlyCost } from '../../budget/cost'
import { type Figure, isMissing } from '../../budget/figure'
import { latencies } from '../../budget/latency'
import { indexMemory, servingMemory } from '../../budget/memory'
import { peakLoad } from '../../budget/peak'
import { storageOf } from '../../budget/storage'
import { type Graph, graphOf } from '../../graph/graph'
import { numberOf } from '../../graph/props'
import { formatNumber } from '../../kinds/figures'
import type { Block, Design } from '../../model/design'

type Row = readonly [name: string, value: string, limit: string, arithmetic: string]

/** Every number of a design that can be worked out, with its limit and its arithmetic; what nobody set is left out. */
export function numberRows(design: Design): readonly Row[] {
  const graph = graphOf(design)
  return [...latencyRows(graph), ...loadRows(graph), ...costRows(graph), ...memoryRows(graph), ...storageRows(graph)]
}

function latencyRows(graph: Graph): readonly Row[] {
  const target = limit(numberOf(graph.brief, 'latencyP99Ms'), 'ms')
  return latencies(graph)
    .filter(latency => latency.value > 0)
    .map(latency => row(`p99 of ${latency.client.label}, upper bound`, latency, target))
}

function loadRows(graph: Graph): readonly Row[] {
  const peak = peakLoad(graph)
  const tightest = tightestLoad(graph)
  const first: readonly Row[] = isMissing(peak) ? [] : [row('Peak load', peak, '')]
  if (!tightest) return first
  const { block, demand, capacity } = tightest
  const share = formatNumber(100 * loadShare(tightest), '%')
  return [
    ...first,
    [
      `Load of ${block.label}, the nearest to its limit`,
      formatNumber(demand, 'requests/s'),
      formatNumber(capacity, 'requests/s'),
      `${share} of its capacity`,
    ],
  ]
}

function costRows(graph: Graph): readonly Row[] {
  const cost = monthlyCost(graph)
  const budget = limit(numberOf(graph.brief, 'budgetPerMonth'), 'US dollars')
  return cost.blocks.length === 0 ? [] : [row('Cost a month', cost, budget)]
}

function memoryRows(graph: Graph): readonly Row[] {
  return graph.blocks.flatMap(block => {
    const fit = block.kind === 'ann-index' ? indexMemory(block) : servingMemory(block)
    return isMissing(fit) ? [] : [row(`Memory of ${block.label}`, fit.need, amount(fit.room))]
  })
}

function storageRows(graph: Graph): readonly Row[] {
  return graph.blocks.flatMap((block: Block) => {
    const storage = storageOf(block)
    return isMissing(storage) ? [] : [row(`Storage of ${block.label}`, storage.need, amount(storage.room))]
  })
}

function row(name: string, figure: Figure, most: string): Row {
  return [name, amount(figure), most, figure.formula]
}

function amount({ value, unit }: Figure): string {
  return formatNumber(value, unit)
}

function limit(value: number | undefined, unit: string): string {
  return value === undefined ? '' : formatNumber(value, unit)
}
