import type { Flow, Id } from '../model/design'

/** One end of a flow. */
export type End = 'source' | 'target'

/** The flows at each block, by the id of the flow, so that nothing summed over them depends on the order of tables. */
export function byEnd(flows: readonly Flow[], end: End): ReadonlyMap<Id, readonly Flow[]> {
  const groups = new Map<Id, Flow[]>()
  for (const flow of flows) {
    const group = groups.get(flow[end])
    if (group) group.push(flow)
    else groups.set(flow[end], [flow])
  }
  for (const group of groups.values()) if (group.length > 1) group.sort((a, b) => (a.id < b.id ? -1 : 1))
  return groups
}
