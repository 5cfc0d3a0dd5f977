import { type Json, STEPS } from '../../model/design'
import type { Coverage } from '../../rules/coverage'
import { designFacts as say } from '../messages/en'

/** What the list of documents shows of one: checks met of checks that apply for each of the seven steps, and findings. */
export interface Summary {
  readonly steps: readonly (readonly [met: number, of: number])[]
  readonly findings: number
}

/** The summary as the store keeps it. */
export function toSummary(coverage: Coverage, findings: number): Json {
  return { steps: STEPS.map(step => [coverage[step].met, coverage[step].of]), findings }
}

/** The summary that was stored, or null when there is none that can be read. */
export function summaryOf(stored: Json | undefined): Summary | null {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return null
  const { steps, findings } = stored as { steps?: Json; findings?: Json }
  const isWhole = Array.isArray(steps) && steps.length === STEPS.length && steps.every(isPair)
  return isWhole && typeof findings === 'number' ? { steps: steps as unknown as Summary['steps'], findings } : null
}

function isPair(value: Json): boolean {
  return Array.isArray(value) && value.length === 2 && value.every(number => typeof number === 'number')
}

/** “7 findings”, “No findings”, or the number of blocks while nothing was judged yet. */
export function findingsOf(summary: Summary | null, blocks: number): string {
  if (!summary || blocks === 0) return say.blocks(blocks)
  return say.findings(summary.findings)
}
