import { type Dirent, lstatSync, readdirSync, statSync } from 'node:fs'

/** Told of a folder that cannot be listed, and why. */
export type Refused = (folder: string, error: unknown) => void

/** Whether a text is a pattern: `*` stands for any part of a name, `?` for one sign, `**` for any folders. */
export function isPattern(text: string): boolean {
  return /[*?]/.test(text)
}

/**
 * The files that a pattern names, each once, sorted by UTF-16 code unit. Wildcards pass over node_modules and names
 * that start with a dot; what the pattern spells out is entered all the same. Links to folders are not followed.
 */
export function matching(pattern: string, refused: Refused): string[] {
  const [first = '', ...rest] = pattern.split('/').filter((segment, index) => segment !== '' || index === 0)
  const segments = rest.at(-1) === '**' || (rest.length === 0 && first === '**') ? [...rest, '*'] : rest
  return sorted(first === '' ? walk('/', segments, refused) : walk('', [first, ...segments], refused))
}

/** The files below a folder, however deep, found and sorted as those of a pattern. */
export function filesBelow(folder: string, refused: Refused): string[] {
  return sorted(walk(folder, ['**', '*'], refused))
}

function sorted(paths: Iterable<string>): string[] {
  return [...new Set(paths)].sort()
}

function* walk(folder: string, [segment, ...rest]: readonly string[], refused: Refused): Generator<string> {
  if (segment === '**') {
    yield* walk(folder, rest, refused)
    for (const entry of entriesOf(folder, refused))
      if (entry.isDirectory() && !isHidden(entry)) yield* walk(join(folder, entry.name), [segment, ...rest], refused)
  } else if (segment !== undefined && isPattern(segment)) {
    const wanted = nameLike(segment)
    for (const entry of entriesOf(folder, refused)) {
      if (!wanted.test(entry.name) || (isHidden(entry) && !segment.startsWith('.'))) continue
      yield* step(join(folder, entry.name), rest, refused, entry.isDirectory())
    }
  } else if (segment !== undefined) {
    const path = join(folder, segment)
    if (rest.length > 0 || exists(path)) yield* step(path, rest, refused, rest.length > 0)
  }
}

/** Goes on into a folder while there is more of the pattern; at its end, hands out what is no folder. */
function* step(path: string, rest: readonly string[], refused: Refused, isFolder: boolean): Generator<string> {
  if (rest.length > 0) {
    if (isFolder) yield* walk(path, rest, refused)
  } else if (!isFolder && !leadsToFolder(path)) yield path
}

function nameLike(segment: string): RegExp {
  const source = segment.replace(/[\\^$.+()[\]{}|]/g, '\\$&').replaceAll('?', '.')
  return new RegExp(`^${source.replace(/\*+/g, '.*')}$`, 'su')
}

function isHidden({ name }: Dirent): boolean {
  return name === 'node_modules' || name.startsWith('.')
}

function entriesOf(folder: string, refused: Refused): Dirent[] {
  try {
    return readdirSync(folder === '' ? '.' : folder, { withFileTypes: true })
  } catch (error) {
    const { code } = error as { code?: string }
    if (code !== 'ENOENT' && code !== 'ENOTDIR') refused(folder, error)
    return []
  }
}

/** What cannot be looked at is taken to be there: reading it will say why. */
function exists(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch {
    return true
  }
}

/** A link that leads nowhere is no folder: reading it will say what is wrong with it. */
function leadsToFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

function join(folder: string, name: string): string {
  return folder === '' || folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`
}
