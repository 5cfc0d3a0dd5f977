import { readDesign } from '../gate'
import type { Design } from '../model/design'
import { designText } from '../model/text'
import { carryOut } from './carry-out'
import { replay } from './records'
import type { JournalRecord } from './stored'

/** A design that the gate accepts, and the records that had to be left out of it, each with the reason. */
export interface Sifted {
  readonly design: Design
  readonly damaged: readonly { readonly record: JournalRecord; readonly why: string }[]
}

/** Replays records; when they make a design that the gate refuses, one by one, leaving out those that spoil it. */
export function sift(start: Design, records: readonly JournalRecord[]): Sifted {
  if (records.length === 0) return { design: start, damaged: [] }
  const whole = judge(() => replay(start, records))
  return typeof whole === 'string' ? siftEach(start, records) : { design: whole, damaged: [] }
}

function siftEach(start: Design, records: readonly JournalRecord[]): Sifted {
  const damaged: { record: JournalRecord; why: string }[] = []
  let design = start
  for (const record of records) {
    const before = design
    const after = judge(() => carryOut(before, record.edit)?.design ?? before)
    if (typeof after === 'string') damaged.push({ record, why: after })
    else design = after
  }
  return { design, damaged }
}

/** Whether the gate would read this design back. */
export function isSound(design: Design): boolean {
  return typeof judge(() => design) !== 'string'
}

/** The design as the gate reads it back, or the sentence why it refuses. */
function judge(make: () => Design): Design | string {
  try {
    const read = readDesign(designText(make()))
    return read.ok ? read.value : `${read.problems[0]?.path}: ${read.problems[0]?.message}`
  } catch (error) {
    // A stored edit is foreign data: one that cannot even be applied is damaged, and the others go on.
    return `It cannot be applied (${error instanceof Error ? error.message : String(error)}).`
  }
}
