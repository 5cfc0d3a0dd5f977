import { type Design, type Id, isTaken } from './design'

/** What an id looks like. */
export const ID = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,199}$/

/** Whether a text may be an id of this design format. */
export function isId(text: string): boolean {
  return ID.test(text)
}

/** `base`, or `base-2`, `base-3` … when it is taken: for ids that follow from what they belong to, such as a fix. */
export function freeId(base: string, isUsed: (id: Id) => boolean): Id {
  const stem = base.slice(0, 190)
  if (!isUsed(stem)) return stem
  for (let n = 2; ; n++) if (!isUsed(`${stem}-${n}`)) return `${stem}-${n}`
}

/** A readable id that two people will not choose at once: `ranker-x7f2`. */
export function newId(design: Design, kind: string, random: () => number = Math.random): Id {
  const stem = idWord(kind).slice(0, 180) || 'block'
  for (;;) {
    const id = `${stem}-${tail(random)}`
    if (!isTaken(design, id)) return id
  }
}

/** `source-kind-target`, with a random tail where that id is taken. */
export function flowId(design: Design, source: Id, kind: string, target: Id, random: () => number = Math.random): Id {
  const id = `${source}-${idWord(kind)}-${target}`.slice(0, 190)
  return isTaken(design, id) ? newId(design, id.slice(0, 180), random) : id
}

/** What of a word may stand in an id, also at its start: kinds of other tools hold anything. */
function idWord(word: string): string {
  return word.replace(/[^A-Za-z0-9_-]/g, '').replace(/^[_-]+/, '')
}

const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789'

function tail(random: () => number): string {
  let text = ''
  for (let i = 0; i < 4; i++) text += LETTERS[Math.floor(random() * LETTERS.length)]
  return text
}
