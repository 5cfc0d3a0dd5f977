import { statSync } from 'node:fs'
import { normalize, sep } from 'node:path'
import type { Problem } from '../model/problem'
import { formatOf, readProblem } from './files'
import { filesBelow, isPattern, matching, type Refused } from './glob'

/** A file to lint, or what is wrong with the argument that was to lead to one. */
export interface Target {
  readonly path: string
  readonly problem?: Problem
}

/**
 * The files that the arguments of a call name: a file itself, every design below a folder, or what a pattern matches.
 * Each file once, in the order of the arguments, and what one argument finds sorted by name.
 */
export function targetsOf(args: readonly string[]): Target[] {
  const targets = new Map<string, Target>()
  for (const target of args.flatMap(found)) {
    const key = normalize(target.path)
    if (!targets.has(key)) targets.set(key, target)
  }
  return [...targets.values()]
}

function found(arg: string): Target[] {
  const path = sep === '/' ? arg : arg.replaceAll(sep, '/')
  const kind = kindOf(path)
  if (kind === 'folder') {
    const folder = path === '.' ? '' : path.replace(/(?<=.)\/+$/, '')
    return designsAmong(arg, NOTHING_IN_FOLDER, isDesignName, refused => filesBelow(folder, refused))
  }
  // A file may have a star in its name.
  if (kind === 'file' || !isPattern(path)) return [{ path }]
  // A pattern that does not spell out the ending, such as designs/*, finds the designs among other files.
  const isWanted = formatOf(path) ? (file: string) => formatOf(file) !== null : isDesignName
  return designsAmong(arg, NOTHING_MATCHES, isWanted, refused => matching(path, refused))
}

const NOTHING_IN_FOLDER: Problem = {
  path: '',
  message: 'No design is in this folder.',
  hint: 'Designs are named NAME.groundplan.json or NAME.plan; node_modules and names with a dot first are passed over.',
}

const NOTHING_MATCHES: Problem = {
  path: '',
  message: 'No design matches this pattern.',
  hint: 'Quotes keep the shell from changing it: "designs/**/*.plan".',
}

function designsAmong(
  arg: string,
  nothing: Problem,
  isWanted: (path: string) => boolean,
  search: (refused: Refused) => string[],
): Target[] {
  const targets: Target[] = []
  const files = search((path, error) => targets.push({ path, problem: readProblem(error) }))
  for (const path of files) if (isWanted(path)) targets.push({ path })
  return targets.length > 0 ? targets : [{ path: arg, problem: nothing }]
}

/** Null when there is nothing of that name. */
function kindOf(path: string): 'folder' | 'file' | null {
  try {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (!stats) return null
    return stats.isDirectory() ? 'folder' : 'file'
  } catch {
    // Reading it will say why it cannot be looked at.
    return 'file'
  }
}

function isDesignName(path: string): boolean {
  return /\.(?:groundplan\.json|plan)$/i.test(path)
}
