import { drawThumbnail } from '../../drawing/thumbnail'
import { readDesign } from '../../gate'
import { graphOf } from '../../graph/graph'
import { formatNumber } from '../../kinds/figures'
import type { Brief } from '../../model/design'
import type { Result } from '../../model/problem'

/** What the gallery knows of a case study without reading it. */
export interface CaseFacts {
  readonly title: string
  readonly summary: string
  /** `mlTask` of its brief; empty when that is unset. */
  readonly task: string
  /** Blocks, without notes and cards of the brief. */
  readonly blocks: number
  /** “300 ms”, or the way its predictions are made where no latency is promised: “batch”. Empty when neither is set. */
  readonly target: string
  /** Ids of the kinds of its blocks, sorted. */
  readonly kinds: readonly string[]
}

/** A case study as its card shows it: pictures by the theme of the page. */
export interface DrawnCase {
  readonly facts: CaseFacts
  readonly pictures: { readonly light: string; readonly dark: string }
}

/** Facts and pictures of the text of a case study. It is for the build, so that no visit reads or draws one. */
export function drawCase(text: string): Result<DrawnCase> {
  const read = readDesign(text)
  if (!read.ok) return read
  const design = read.value
  const { blocks } = graphOf(design)
  const { title, summary = '' } = design.about.design
  const brief = design.brief.design
  const facts: CaseFacts = {
    title,
    summary,
    task: wordOf(brief.mlTask),
    blocks: blocks.length,
    target: targetOf(brief),
    kinds: [...new Set(blocks.map(({ kind }) => kind))].sort(),
  }
  const pictures = { light: drawThumbnail(design, 'light'), dark: drawThumbnail(design, 'dark') }
  return { ok: true, value: { facts, pictures } }
}

function targetOf({ latencyP99Ms, predictionMode }: Brief): string {
  if (typeof latencyP99Ms !== 'number') return wordOf(predictionMode)
  return latencyP99Ms < 1000 ? formatNumber(latencyP99Ms, 'ms') : formatNumber(latencyP99Ms / 1000, 's')
}

function wordOf(answer: unknown): string {
  return typeof answer === 'string' ? answer : ''
}
