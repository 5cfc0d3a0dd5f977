import type { Block } from '../model/design'
import type { Graph } from './graph'
import { listOf } from './props'

/** The blocks that compute metrics on live traffic: experiments and quality monitors. */
export function liveMeters(graph: Graph): readonly Block[] {
  return graph.ofKind('online-experiment', 'performance-monitor')
}

/**
 * Whether something live computes at least one of the metrics that the brief is judged by. A meter that names no
 * metric of its own is taken at its word: it computes what the brief names.
 */
export function isMeasuredLive(graph: Graph): boolean {
  const wanted = listOf(graph.brief, 'onlineMetrics')
  return liveMeters(graph).some(meter => {
    const named = listOf(meter.props, 'metrics')
    return named.length === 0 || named.some(metric => wanted.some(each => isSameMetric(metric, each)))
  })
}

/**
 * Whether two people mean one metric: the same words in any spelling (“watch-time” and “Watch time”), a longer name for
 * the same thing (“return rate” and “7-day return rate”), or its initials (“CTR” and “click-through rate”).
 */
function isSameMetric(a: string, b: string): boolean {
  const [first, second] = [wordsOf(a), wordsOf(b)]
  if (first.length === 0 || second.length === 0) return false
  const isPart = (some: readonly string[], all: readonly string[]) => some.every(word => all.includes(word))
  const isInitials = (word: readonly string[], words: readonly string[]) =>
    word.length === 1 && words.length > 1 && word[0] === words.map(each => each[0]).join('')
  return isPart(first, second) || isPart(second, first) || isInitials(first, second) || isInitials(second, first)
}

function wordsOf(metric: string): string[] {
  return metric.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
