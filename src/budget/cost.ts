import { type Graph, perGraph } from '../graph/graph'
import { wordOf } from '../graph/props'
import { formatNumber } from '../kinds/figures'
import type { Block } from '../model/design'
import { batchWindowOf } from './batch-window'
import { demandIn } from './demand'
import { drawingsIn } from './drawings'
import { type Figure, factors, figureOf, isMissing, type Missing, type Place, type Term } from './figure'
import { amountOf, blockTerm, needed, sizeOf } from './inputs'
import { meanShareOfPeak } from './peak'

/** Hours in a month: 365 × 24 / 12. */
export const HOURS_A_MONTH = 730

/** What one block costs in a month, in US dollars. */
export interface BlockCost extends Figure {
  readonly block: Block
}

/** What running the design costs in a month, in US dollars. */
export interface MonthlyCost extends Figure {
  /** The dearest first. */
  readonly blocks: readonly BlockCost[]
  /** What to fill in so that blocks with a price are counted, which until then are not. */
  readonly uncounted: readonly Place[]
}

/**
 * Replicas × price per hour × the hours they run, and tokens × price of hosted LLMs. What answers requests runs all the
 * time; a job is paid for while it runs, and not counted while that is unknown: the sum is never too high. Requests to
 * an LLM are the average load, not the peak.
 */
export const monthlyCost: (graph: Graph) => MonthlyCost = perGraph(graph => sumOf(costsIn(graph)))

/** The cost of each drawing that holds anything with a price, the dearest first: a budget is meant for one of them. */
export function costOfDrawings(graph: Graph): readonly MonthlyCost[] {
  const drawings = drawingsIn(graph)
  const groups = new Map<number | undefined, Answer[]>()
  for (const answer of costsIn(graph)) {
    const drawing = drawings.get(answer.block.id)
    groups.set(drawing, [...(groups.get(drawing) ?? []), answer])
  }
  return [...groups.values()].map(sumOf).sort((a, b) => b.value - a.value)
}

interface Answer {
  readonly block: Block
  readonly figure?: Figure
  readonly missing: readonly Place[]
}

const costsIn: (graph: Graph) => readonly Answer[] = perGraph(graph => {
  const priced = graph.blocks.filter(isPriced).sort((a, b) => (a.id < b.id ? -1 : 1))
  return priced.map(block => ({ block, ...costOf(graph, block) }))
})

function sumOf(answers: readonly Answer[]): MonthlyCost {
  const blocks = answers.flatMap(({ block, figure }) => (figure ? [{ ...figure, block }] : []))
  blocks.sort((a, b) => b.value - a.value || (a.block.id < b.block.id ? -1 : 1))
  const terms = blocks.map(({ block, value }) => ({ label: block.label, value, unit: 'US dollars' }))
  const total = terms.reduce((sum, term) => sum + term.value, 0)
  const sum = terms.map(term => formatNumber(term.value, term.unit)).join(' + ')
  const uncounted = answers.flatMap(({ missing }) => missing)
  return { ...figureOf(total, 'US dollars', terms, sum || formatNumber(0, 'US dollars')), blocks, uncounted }
}

function isPriced({ props }: Block): boolean {
  return sizeOf(props, 'costPerHour') !== undefined || sizeOf(props, 'pricePer1kTokens') !== undefined
}

function costOf(graph: Graph, block: Block): Omit<Answer, 'block'> {
  const parts: (Figure | Missing)[] = []
  if (sizeOf(block.props, 'costPerHour') !== undefined) parts.push(machineCost(block))
  if (sizeOf(block.props, 'pricePer1kTokens') !== undefined) parts.push(tokenCost(graph, block))
  const missing = parts.flatMap(part => (isMissing(part) ? part.missing : []))
  const [first, second] = parts.filter(part => !isMissing(part)) as Figure[]
  if (!first || !second) return { missing, ...(first ? { figure: first } : {}) }
  const terms = [...first.terms, ...second.terms]
  return {
    missing,
    figure: figureOf(first.value + second.value, 'US dollars', terms, `${dollars(first)} + ${dollars(second)}`),
  }
}

function dollars({ value, unit }: Figure): string {
  return formatNumber(value, unit)
}

function machineCost(block: Block): Figure | Missing {
  const hours = hoursOf(block)
  if (isMissing(hours)) return hours
  const terms = [blockTerm(block, 'replicas', 1), blockTerm(block, 'costPerHour', 0), hours]
  const value = terms.reduce((product, term) => product * term.value, 1)
  return figureOf(value, 'US dollars', terms, factors(...terms))
}

const ALWAYS: Term = { label: 'Hours in a month', value: HOURS_A_MONTH, unit: 'hours/month' }

/** How long each replica of a block runs in a month. */
function hoursOf(block: Block): Term | Missing {
  switch (block.kind) {
    case 'training-job':
      return wordOf(block.props, 'mode') === 'online' ? ALWAYS : trainingHours(block)
    case 'embedding-job':
      return amountOf(block.props, 'lagSec') === undefined ? jobHours(block) : ALWAYS
    case 'batch-inference':
    case 'feature-pipeline-batch':
      return jobHours(block)
    case 'etl-job':
    case 'hyperparameter-tuning':
      return { missing: [] }
    default:
      return ALWAYS
  }
}

function trainingHours(block: Block): Term | Missing {
  const given = needed(block, 'cadenceHours', 'gpuHours')
  if (isMissing(given)) return given
  const gpus = blockTerm(block, 'replicas', 1).value * blockTerm(block, 'gpusPerReplica', 1).value
  return running(given.gpuHours.value / gpus / given.cadenceHours.value)
}

function jobHours(block: Block): Term | Missing {
  const window = batchWindowOf(block)
  return isMissing(window) ? window : running(window.run.value / window.window.value)
}

function running(share: number): Term {
  return { label: 'Hours it runs in a month', value: Math.min(1, share) * HOURS_A_MONTH, unit: 'hours/month' }
}

/** Price of the tokens of an average month: prompt and answer, for every request that reaches the LLM. */
function tokenCost(graph: Graph, llm: Block): Figure | Missing {
  const demand = demandIn(graph)
  if (isMissing(demand)) return demand
  const peak = demand.ofBlock.get(llm.id)
  if (peak === undefined) return { missing: [] }
  const tokens = tokensOf(graph, llm)
  if (isMissing(tokens)) return tokens
  const mean = meanShareOfPeak(graph)
  const requests = peak * mean.value * HOURS_A_MONTH * 3600
  const price = blockTerm(llm, 'pricePer1kTokens', 0)
  const each = tokens.reduce((sum, term) => sum + term.value, 0)
  const calls = { label: 'Requests in a month', value: requests, unit: 'requests' }
  const arithmetic = `${factors(calls)} × ${factors({ label: 'Tokens', value: each, unit: 'tokens' })} × ${factors(price)} / 1000`
  return figureOf(
    (requests * each * price.value) / 1000,
    'US dollars',
    [calls, ...mean.terms, ...tokens, price],
    arithmetic,
  )
}

/** Tokens in, of the prompt builder that the LLM's caller uses, and tokens out; one that is not set counts 0. */
function tokensOf(graph: Graph, llm: Block): readonly Term[] | Missing {
  const builders = promptBuildersOf(graph, llm)
  const prompts = builders.flatMap(block => (sizeOf(block.props, 'tokensIn') ? [blockTerm(block, 'tokensIn', 0)] : []))
  // With several prompts the shortest: which of them is sent how often nobody said.
  const prompt = prompts.sort((a, b) => a.value - b.value).slice(0, 1)
  const answer = sizeOf(llm.props, 'tokensOut') === undefined ? [] : [blockTerm(llm, 'tokensOut', 0)]
  const places = [...builders.map(block => ({ block: block.id, key: 'tokensIn' })), { block: llm.id, key: 'tokensOut' }]
  return prompt.length + answer.length === 0 ? { missing: places } : [...prompt, ...answer]
}

/** The prompt builders that call the LLM, or else those that its callers call before it. */
function promptBuildersOf(graph: Graph, llm: Block): readonly Block[] {
  const isBuilder = (block: Block) => block.kind === 'prompt-builder'
  const callers = neighbours(graph, llm, 'callers')
  const direct = callers.filter(isBuilder)
  return direct.length > 0 ? direct : callers.flatMap(caller => neighbours(graph, caller, 'callees')).filter(isBuilder)
}

function neighbours(graph: Graph, block: Block, way: 'callers' | 'callees'): readonly Block[] {
  const flows = way === 'callers' ? graph.into(block.id) : graph.outOf(block.id)
  return flows
    .filter(flow => flow.kind === 'request')
    .flatMap(flow => graph.block(way === 'callers' ? flow.source : flow.target) ?? [])
}
