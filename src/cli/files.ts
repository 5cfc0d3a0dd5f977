import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync, writeFileSync } from 'node:fs'
import { readDesign } from '../gate'
import { MAX_FILE_BYTES } from '../gate/limits'
import type { Design } from '../model/design'
import type { Problem, Result } from '../model/problem'
import { readPlan } from '../plan/read'

export type Format = 'plan' | 'json'

/** A design with the text it was read from. */
export interface DesignFile {
  readonly format: Format
  readonly text: string
  readonly design: Design
}

/** The design in a file, plan text or a design file by the end of its name; or why it cannot be read. */
export function readDesignFile(path: string): Result<DesignFile> {
  const format = formatOf(path)
  if (!format) return refuse('This is no design file by its name.', 'Name it NAME.groundplan.json or NAME.plan.')
  const text = readText(path)
  if (!text.ok) return text
  const design = format === 'plan' ? readPlan(text.value) : readDesign(text.value)
  return design.ok ? { ok: true, value: { format, text: text.value, design: design.value } } : design
}

/** Plan text or a design file, by the end of the name; null for any other. */
export function formatOf(path: string): Format | null {
  if (/\.plan$/i.test(path)) return 'plan'
  // Browsers store a second download as `NAME.groundplan (1).json`.
  return /\.json$/i.test(path) ? 'json' : null
}

/** Writes a whole file; returns what kept it from being written. */
export function writeText(path: string, text: string): Problem | null {
  try {
    writeFileSync(path, text)
    return null
  } catch (error) {
    const { code = '', message } = error as { code?: string; message: string }
    const [sentence, hint] = WRITE_REASONS[code] ?? [`This file could not be written: ${message}.`]
    return { path: '', message: sentence, ...(hint === undefined ? {} : { hint }) }
  }
}

const WRITE_REASONS: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  ENOENT: ['There is no such folder.', 'Make it first.'],
  EISDIR: ['This is a directory.', 'Name a file in it.'],
  EACCES: ['This file may not be written.', 'Check the permissions of its folder.'],
}

/**
 * The text of a file, or why it cannot be read. Safe with files of strangers: opens nothing but regular files, never
 * waits for one, and reads no more than the limit of the gate.
 */
export function readText(path: string): Result<string> {
  try {
    const refusal = refusalOf(statSync(path))
    return refusal ?? readOpened(openSync(path, READ_WITHOUT_WAITING))
  } catch (error) {
    return { ok: false, problems: [readProblem(error)] }
  }
}

/** What was a file a moment ago may be a pipe by now. */
const READ_WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

function readOpened(file: number): Result<string> {
  try {
    const refusal = refusalOf(fstatSync(file))
    if (refusal) return refusal
    const bytes = readBytes(file)
    if (bytes.length > MAX_FILE_BYTES) return tooLarge()
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } finally {
    closeSync(file)
  }
}

function refusalOf(stats: Stats): Result<never> | null {
  if (stats.isDirectory()) return refuse('This is a directory.', 'Name the files in it.')
  if (!stats.isFile()) return refuse('This is no regular file.', 'Devices, pipes and sockets are not opened.')
  return stats.size > MAX_FILE_BYTES ? tooLarge() : null
}

/** All bytes, or one more than the limit: a file may grow while it is read, and those of the system have no size. */
function readBytes(file: number): Uint8Array {
  const chunks: Buffer[] = []
  for (let total = 0; total <= MAX_FILE_BYTES; ) {
    const chunk = Buffer.alloc(Math.min(64 * 1024, MAX_FILE_BYTES + 1 - total))
    const length = readSync(file, chunk)
    if (length === 0) break
    chunks.push(chunk.subarray(0, length))
    total += length
  }
  return Buffer.concat(chunks)
}

function tooLarge(): Result<never> {
  return refuse(`This file is larger than ${MAX_FILE_BYTES / 1024 / 1024} MB.`, 'Split the design into several.')
}

const REASONS: Readonly<Record<string, readonly [message: string, hint?: string]>> = {
  ENOENT: ['There is no such file.', 'Check the name and the folder.'],
  ENOTDIR: ['There is no such file.', 'A part of its path is no folder.'],
  EACCES: ['This file may not be read.', 'Check its permissions.'],
  EPERM: ['This file may not be read.', 'Check its permissions.'],
  ELOOP: ['This is a symbolic link that leads back to itself.', 'Name the file itself.'],
  ENAMETOOLONG: ['There is no such file.', 'The name is longer than a name can be.'],
  ERR_ENCODING_INVALID_ENCODED_DATA: ['This file is not UTF-8 text.', 'Save it again as UTF-8.'],
}

/** What kept a file or a folder from being read, from the error of the system. */
export function readProblem(error: unknown): Problem {
  const { code = '', message } = error as { code?: string; message: string }
  const [sentence, hint] = REASONS[code] ?? [`This file could not be read: ${message}.`]
  return { path: '', message: sentence, ...(hint === undefined ? {} : { hint }) }
}

function refuse(message: string, hint?: string): Result<never> {
  const problem: Problem = { path: '', message, ...(hint === undefined ? {} : { hint }) }
  return { ok: false, problems: [problem] }
}
