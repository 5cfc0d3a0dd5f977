import type { Id } from './design'

/** Compares what is drawn over each other: by `order`, then by id; the later one lies over the earlier. */
export function byOrder(
  a: { readonly id: Id; readonly order?: string },
  b: { readonly id: Id; readonly order?: string },
): number {
  const [one, other] = [a.order ?? '', b.order ?? '']
  if (one !== other) return one < other ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
