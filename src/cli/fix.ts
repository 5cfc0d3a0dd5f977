import { readDesign } from '../gate'
import { place } from '../layout/place'
import type { Design } from '../model/design'
import { applyEdit } from '../model/edit'
import type { Result } from '../model/problem'
import { designText } from '../model/text'
import { patchPlan } from '../plan/patch'
import { readPlan } from '../plan/read'
import { writePlan } from '../plan/write'
import { fixAll } from '../rules/fix-all'
import type { LintOptions } from '../rules/lint'
import type { Finding } from '../rules/rule'
import type { DesignFile } from './files'

/** A finding that was fixed, and what the fix did. */
export interface Mended {
  readonly finding: Finding
  readonly title: string
}

/** A file as it reads once it is fixed. */
export interface FixedFile {
  readonly file: DesignFile
  /** In the order of fixing; empty when there was nothing to fix. */
  readonly done: readonly Mended[]
  /** Whether plan text had to be written anew as a whole, without its comments. */
  readonly isRewritten: boolean
}

/**
 * The file with every open finding fixed that a change to the drawing cures, worst first. In a design file new blocks
 * get free ground beside what they belong to, as long as anything has a place at all; nothing that stands moves. Nothing
 * is written yet. A problem when the outcome would not open again, as an edit of a person's own rule may bring about.
 */
export function fixFile(file: DesignFile, options: LintOptions): Result<FixedFile> {
  const { design, format } = file
  const isPlaced = Object.values(design.blocks).some(block => block.at)
  const { edit, done } = fixAll(design, isPlaced ? { ...options, place } : options)
  if (done.length === 0) return { ok: true, value: { file, done: [], isRewritten: false } }
  const { text, isRewritten } = textOf(file, applyEdit(design, edit))
  const read = format === 'plan' ? readPlan(text) : readDesign(text)
  if (!read.ok) return { ok: false, problems: [NOT_WRITTEN, ...read.problems] }
  const mended = done.map(({ finding, fix }) => ({ finding, title: fix.title }))
  return { ok: true, value: { file: { format, text, design: read.value }, done: mended, isRewritten } }
}

const NOT_WRITTEN = {
  path: '',
  message: 'Fixed, this file could not be opened again, so it stays as it is.',
  hint: 'A fix of your own rules makes something that no design can hold:',
}

function textOf({ format, text, design }: DesignFile, fixed: Design) {
  if (format === 'json') return { text: designText(fixed), isRewritten: false }
  const patched = patchPlan(text, design, fixed)
  return patched === null ? { text: writePlan(fixed).text, isRewritten: true } : { text: patched, isRewritten: false }
}
