export type Random = () => number

/** Numbers from 0 to below 1, the same ones for the same seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A file spoilt in one to four places: signs, lines and values are lost, doubled, swapped or replaced by nastier ones. */
export function mutant(text: string, random: Random): string {
  let spoilt = text
  for (let times = 1 + Math.floor(random() * 4); times > 0; times--) spoilt = pick(SPOILERS, random)(spoilt, random)
  return spoilt
}

type Spoiler = (text: string, random: Random) => string

const NASTY = [
  'null',
  '{}',
  '[]',
  '""',
  '-1',
  '1e999',
  '-0',
  'true',
  '"__proto__"',
  '"constructor"',
  '"\\ud800"',
  '{ "x": null, "y": 1 }',
  '[[[[[[[[]]]]]]]]',
  `${'['.repeat(70)}${']'.repeat(70)}`,
  `"${'x'.repeat(10_001)}"`,
  '{ "__proto__": { "a": 1 } }',
  'NaN',
]
const SIGNS = ['{', '}', '[', ']', '"', ',', ':', '\\', '\u0000', '\ufeff', '\ud800', '/', "'", '\n', '0', '<']

const SPOILERS: readonly Spoiler[] = [
  (text, random) => text.slice(0, at(text, random)),
  (text, random) => text.slice(at(text, random)),
  (text, random) => spliced(text, at(text, random), 1 + Math.floor(random() * 3), ''),
  (text, random) => spliced(text, at(text, random), 0, pick(SIGNS, random)),
  (text, random) => spliced(text, at(text, random), 1, pick(SIGNS, random)),
  (text, random) => valueReplaced(text, random),
  (text, random) => valueReplaced(text, random),
  (text, random) => valueReplaced(text, random),
  (text, random) => nameReplaced(text, random),
  (text, random) => lines(text, random, (all, i) => all.splice(i, 1)),
  (text, random) => lines(text, random, (all, i) => all.splice(i, 0, all[i] ?? '')),
  (text, random) => lines(text, random, (all, i) => all.push(...all.splice(i, 3))),
]

/** One value of one line is another value. */
function valueReplaced(text: string, random: Random): string {
  return lines(text, random, (all, i) => {
    all[i] = (all[i] ?? '').replace(
      /: ("(?:[^"\\]|\\.)*"|[\d.eE+-]+|true|false|\[.*\]|\{ .* \})/,
      `: ${pick(NASTY, random)}`,
    )
  })
}

/** One name is the name of another line, or one that objects have by birth. */
function nameReplaced(text: string, random: Random): string {
  const names = [...text.matchAll(/^ *"(.*?)":/gm)].map(found => found[1] ?? '')
  const name = pick([pick(names.length > 0 ? names : [''], random), '__proto__', 'toString', 'a b', ''], random)
  return lines(text, random, (all, i) => {
    all[i] = (all[i] ?? '').replace(/^( *)".*?":/, (_, margin: string) => `${margin}"${name}":`)
  })
}

function lines(text: string, random: Random, change: (all: string[], index: number) => void): string {
  const all = text.split('\n')
  change(all, Math.floor(random() * all.length))
  return all.join('\n')
}

function spliced(text: string, offset: number, count: number, added: string): string {
  return text.slice(0, offset) + added + text.slice(offset + count)
}

function at(text: string, random: Random): number {
  return Math.floor(random() * (text.length + 1))
}

function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)] as T
}
