import { briefField } from '../kinds/brief'
import { type About, type Brief, emptyDesign, type Json, type PropValue, STEPS, type Step } from '../model/design'
import type { Context } from './context'
import type { Pair } from './cursor'
import { ownText, pairsByKey, readPair, refuseOthers } from './fields'
import { nearest } from './nearest'
import { type Problems, placeText } from './place'
import { shown } from './words'

/** Title, summary and author. Without a title statement the design has the title of a new one. */
export function readAbout({ statements, problems }: Context): About {
  const [first, ...others] = statements.filter(statement => statement.type === 'title')
  if (!first) return emptyDesign().about.design
  for (const { at } of others)
    problems.add(at, `The title is given twice, first at ${placeText(first.at)}.`, 'Keep one of the two.')
  const pairs = pairsByKey(first.pairs, problems)
  refuseOthers(pairs, ['summary', 'author'], 'title', problems)
  const summary = ownText(pairs, 'summary', problems)
  const author = ownText(pairs, 'author', problems)
  return {
    title: first.title,
    ...(summary === undefined ? {} : { summary }),
    ...(author === undefined ? {} : { author }),
  }
}

/** The answers of the brief, from all its lines. Answers that we do not know are kept as another tool's. */
export function readBrief({ statements, problems }: Context): Brief {
  const answers: Record<string, PropValue> = {}
  const notes: Partial<Record<Step, string>> = {}
  const extra: Record<string, Json> = {}
  const written = statements.flatMap(statement => (statement.type === 'brief' ? statement.pairs : []))
  for (const [key, pair] of pairsByKey(written, problems)) {
    const step = stepOf(pair, problems)
    const field = briefField(key)
    const value = step === null ? undefined : readPair(pair, step ? NOTES : field, problems)
    if (value === undefined) continue
    if (step) notes[step] = String(value)
    else if (field) answers[key] = value
    else extra[key] = value
  }
  return {
    ...answers,
    ...(Object.keys(notes).length > 0 ? { notes } : {}),
    ...(Object.keys(extra).length > 0 ? { extra } : {}),
  }
}

const NOTES = { key: 'notes', label: 'Notes', type: 'text' } as const

/** The step of `notes.data`; undefined for an answer, null when the notes name no step. */
function stepOf({ key, at }: Pair, problems: Problems): Step | undefined | null {
  if (key !== 'notes' && !key.startsWith('notes.')) return undefined
  const word = key.slice('notes.'.length)
  const step = STEPS.find(known => known === word)
  if (step) return step
  const near = nearest(word, STEPS) ?? 'data'
  problems.add(
    at,
    `“${shown(key)}” names no step of the brief.`,
    `One of ${STEPS.join(', ')}, as in notes.${near}="…".`,
  )
  return null
}
