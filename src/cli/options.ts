import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { Problem } from '../model/problem'

type Options = NonNullable<ParseArgsConfig['options']>
type Config<T extends Options> = { args: string[]; options: T; allowPositionals: true }
type Parsed<T extends Options> = ReturnType<typeof parseArgs<Config<T>>>

/** A call that is wrong, in a sentence for the person who made it. */
export interface WrongCall {
  readonly wrong: string
}

/** Problems of a file that a call rests on: its configuration, or rules of the person's own. */
export interface BrokenCall {
  readonly file: string
  readonly problems: readonly Problem[]
}

/** The options and file names of a call, or what is wrong with it. */
export function readOptions<const T extends Options>(args: readonly string[], options: T): Parsed<T> | WrongCall {
  try {
    return parseArgs<Config<T>>({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    // parseArgs says in its first sentence what is wrong; the rest is advice for programmers.
    if (error instanceof TypeError) return { wrong: error.message.split('.')[0] ?? error.message }
    throw error
  }
}
