import type { Id } from '../model/design'

/**
 * The number of the part that each block belongs to: blocks share a part when each of them can be reached from the
 * other. Tarjan's algorithm, without recursion, since a chain of a thousand blocks would exhaust the stack.
 */
export function strongParts(ids: readonly Id[], next: ReadonlyMap<Id, readonly Id[]>): ReadonlyMap<Id, number> {
  const part = new Map<Id, number>()
  const found = new Map<Id, number>()
  const lowest = new Map<Id, number>()
  const path: Id[] = []
  let parts = 0
  for (const start of ids) {
    if (found.has(start)) continue
    const open: { readonly id: Id; at: number }[] = [{ id: start, at: 0 }]
    while (open.length > 0) {
      const here = open[open.length - 1]!
      const { id } = here
      if (here.at === 0) {
        lowest.set(id, found.size)
        found.set(id, found.size)
        path.push(id)
      }
      const to = next.get(id)?.[here.at]
      here.at += 1
      if (to !== undefined) {
        if (!found.has(to)) open.push({ id: to, at: 0 })
        else if (!part.has(to)) lowest.set(id, Math.min(lowest.get(id)!, found.get(to)!))
        continue
      }
      open.pop()
      if (lowest.get(id) === found.get(id)) {
        for (let last: Id | undefined; last !== id; ) {
          last = path.pop()!
          part.set(last, parts)
        }
        parts += 1
      }
      const above = open[open.length - 1]
      if (above) lowest.set(above.id, Math.min(lowest.get(above.id)!, lowest.get(id)!))
    }
  }
  return part
}
