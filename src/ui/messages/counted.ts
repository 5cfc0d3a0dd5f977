/** A number with its noun, in the singular for one: “1 block”, “3 blocks”. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
