/** What was typed or pasted into a list: the elements that are complete, and what is still being typed. */
export interface Typed {
  readonly complete: readonly string[]
  readonly rest: string
}

/** A comma ends a name of so many words; after more it belongs to a sentence: “users are signed in, mostly”. */
const WORDS_OF_A_NAME = 3

/** Splits what stands in the field of a list at `;`, `|` and line ends, and at a comma after a name. */
export function takeElements(typed: string): Typed {
  const complete: string[] = []
  let piece = ''
  for (const character of typed)
    if (isEnd(character, piece)) {
      complete.push(piece.trim())
      piece = ''
    } else piece += character
  return { complete: complete.filter(element => element !== ''), rest: piece.trimStart() }
}

/** A list with elements put to its end; what it holds already, in any case of letters, is not put in twice. */
export function withElements(list: readonly string[], elements: readonly string[]): readonly string[] {
  const all = [...list]
  for (const element of elements) if (!all.some(each => isSame(each, element))) all.push(element)
  return all
}

function isEnd(character: string, piece: string): boolean {
  if (character === ',') return piece.trim().split(/\s+/).length <= WORDS_OF_A_NAME
  return /[;|\n\r]/.test(character)
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
