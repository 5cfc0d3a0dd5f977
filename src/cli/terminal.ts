/** Where the command line runs: what it prints to, and what it says it is. */
export interface Terminal {
  readonly print: (text: string) => void
  readonly complain: (text: string) => void
  readonly hasColour: boolean
  readonly version: string
  /** Runs a module of the person who calls, by its path, and gives what it exports. */
  readonly importModule: (path: string) => Promise<unknown>
}

/** 0 done and nothing found, 1 findings, 2 something could not be read, written or understood. */
export type ExitCode = 0 | 1 | 2
