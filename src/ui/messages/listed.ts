/** “2 blocks, 1 flow and 1 room”: the last part is joined to the others by a word such as “and”. */
export function listed(parts: readonly string[], and: string): string {
  return [parts.slice(0, -1).join(', '), parts.at(-1) ?? ''].filter(Boolean).join(` ${and} `)
}
