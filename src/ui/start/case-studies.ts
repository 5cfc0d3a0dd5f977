import { readDesign } from '../../gate'
import { graphOf } from '../../graph/graph'
import type { Design } from '../../model/design'
import { invariant } from '../../model/invariant'

const FILES = import.meta.glob('../../../templates/*.groundplan.json', { query: '?raw', import: 'default' })

/** A worked design that opens as a copy. */
export interface CaseStudy {
  readonly id: string
  readonly design: Design
  readonly title: string
  /** “Ranking · 30 blocks · 300 ms” */
  readonly facts: string
}

/** All case studies in the order of their titles, read through the same gate as any file. */
export async function readCaseStudies(): Promise<CaseStudy[]> {
  const studies = await Promise.all(Object.entries(FILES).map(([path, load]) => read(path, load)))
  return studies.sort((a, b) => a.title.localeCompare(b.title, 'en'))
}

async function read(path: string, load: () => Promise<unknown>): Promise<CaseStudy> {
  const result = readDesign(String(await load()))
  invariant(result.ok, `The case study ${path} cannot be read`)
  const design = result.value
  const { mlTask, latencyP99Ms } = design.brief.design
  const facts = [
    typeof mlTask === 'string' ? mlTask.charAt(0).toUpperCase() + mlTask.slice(1) : null,
    `${graphOf(design).blocks.length} blocks`,
    typeof latencyP99Ms === 'number' ? `${latencyP99Ms}\u2009ms` : null,
  ]
  return {
    id: /([^/]+)\.groundplan\.json$/.exec(path)?.[1] ?? path,
    design,
    title: design.about.design.title,
    facts: facts.filter(fact => fact !== null).join(' · '),
  }
}
