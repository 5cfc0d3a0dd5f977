import { type Design, FLOW_KINDS, type Flow, type Id } from '../model/design'
import { endsOf, type Scene } from './scene'

/**
 * Flows that are drawn as one line, because they run the same way between a collapsed room and one other place. By the
 * id of the flow whose line it is, which stands first: a request before all others, then in the order of the legend.
 * Flows with a line of their own are not in it.
 */
export function bundlesOf(design: Design, scene: Scene): ReadonlyMap<Id, readonly Flow[]> {
  const bundles = new Map<string, Flow[]>()
  if (scene.collapsed.size === 0) return new Map()
  for (const flow of Object.values(design.flows)) {
    const ends = endsOf(scene, flow)
    if (!ends || !(scene.collapsed.has(ends.source.id) || scene.collapsed.has(ends.target.id))) continue
    const key = `${ends.source.id} ${ends.target.id}`
    const bundle = bundles.get(key)
    if (bundle) bundle.push(flow)
    else bundles.set(key, [flow])
  }
  const several = [...bundles.values()].filter(bundle => bundle.length > 1).map(bundle => bundle.sort(compare))
  return new Map(several.map(bundle => [bundle[0]?.id ?? '', bundle]))
}

/** The flows without those whose line is that of another. */
export function leadingFlows(design: Design, scene: Scene, flows: readonly Flow[]): readonly Flow[] {
  const bundles = [...bundlesOf(design, scene).values()]
  if (bundles.length === 0) return flows
  const others = new Set(bundles.flatMap(bundle => bundle.slice(1)))
  return flows.filter(flow => !others.has(flow))
}

function compare(a: Flow, b: Flow): number {
  return rank(a) - rank(b) || (a.id < b.id ? -1 : 1)
}

function rank({ kind }: Flow): number {
  return kind === 'request' ? -1 : FLOW_KINDS.indexOf(kind as (typeof FLOW_KINDS)[number])
}
