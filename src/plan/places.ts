import type { Id } from '../model/design'
import type { Pair } from './cursor'
import { declarationsOf } from './declared'
import { collectProblems, type Place } from './place'
import { scan } from './scan'
import { readStatement, type Statement } from './statements'

/** A word of plan text and where it stands; columns as editors count them. */
export interface PlacedWord extends Place {
  readonly length: number
}

/** Where the records of a plan are written, for those who speak of them; null where the text says nothing of them. */
export interface PlanPlaces {
  /** The title. */
  title(): PlacedWord | null
  /** An answer of the brief, or without one the brief. */
  brief(key?: string): PlacedWord | null
  /** The word that declares a block, a group, or a flow or waiver with an id of its own; or a property of a block. */
  record(id: Id, key?: string): PlacedWord | null
}

/** Finds the records of a plan text that reads without a problem. */
export function placesInPlan(text: string): PlanPlaces {
  const statements = scan(text).flatMap(phrase => {
    const read = readStatement(phrase)
    return 'statement' in read ? [read.statement] : []
  })
  const declared = declarationsOf(statements, collectProblems())
  const answers = statements.flatMap(each => (each.type === 'brief' ? each.pairs : []))
  return {
    title() {
      const title = statements.find(each => each.type === 'title')
      return title ? { ...title.at, length: 'title'.length } : null
    },
    brief: key => wordOf(answers.find(pair => pair.key === key) ?? answers[0]),
    record(id, key) {
      const at = declared.get(id)?.at
      const property = key === undefined ? undefined : pairsOf(statements, id).find(pair => pair.key === key)
      return wordOf(property) ?? (at ? { ...at, length: id.length } : null)
    },
  }
}

function pairsOf(statements: readonly Statement[], id: Id): readonly Pair[] {
  return statements.flatMap(each => (each.type === 'block' && each.id.text === id ? each.pairs : []))
}

function wordOf(pair: Pair | undefined): PlacedWord | null {
  return pair ? { ...pair.at, length: pair.key.length } : null
}
