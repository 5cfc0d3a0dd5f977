import { readFileSync } from 'node:fs'
import { parseSync } from 'vite'
import { ROOT } from './setup.mjs'

const ENGLISH = `${ROOT}/src/ui/messages/en.ts`
const IMPORT = /import \{([^}]*)\} from '(?:\.\.\/)+messages\/en'/g

/**
 * Chooses the language of the page, and in a build gives each part of its messages a module of its own: a part of the
 * page then loads its own words, and the first paint does not wait for all the others.
 */
export function messages(language = process.env.GROUNDPLAN_LANGUAGE ?? 'en') {
  const file = ENGLISH.replace(/en\.ts$/, `${language}.ts`)
  let isBuild = false
  return {
    name: 'groundplan-messages',
    enforce: 'pre',
    configResolved(config) {
      isBuild = config.command === 'build'
    },
    transform(code, id) {
      if (!id.startsWith(`${ROOT}/src/ui/`)) return null
      return { code: isBuild ? withOwnModules(code, file) : inLanguage(code, file), map: null }
    },
    load(id) {
      const [path, part] = id.split('?part=')
      return path === file && part ? partOf(readFileSync(file, 'utf8'), part) : null
    },
    transformIndexHtml: html => html.replace('<html lang="en"', `<html lang="${language}"`),
  }
}

/** The code with its messages taken from `file`. */
function inLanguage(code, file) {
  return code.replaceAll(IMPORT, `import {$1} from '${file}'`)
}

/** The code with one import for each part that it takes of the messages in `file`. */
export function withOwnModules(code, file) {
  return code.replaceAll(IMPORT, (_, names) =>
    names
      .split(',')
      .map(name => name.trim())
      .filter(Boolean)
      .map(name => `import { ${name} } from '${file}?part=${name.split(/\s+as\s+/)[0]}'`)
      .join('; '),
  )
}

/** The source of one exported part with the imports of the file. */
export function partOf(source, part) {
  const { program } = parseSync('messages.ts', source)
  const isPart = node =>
    node.type === 'ExportNamedDeclaration' && node.declaration?.declarations?.some(({ id }) => id.name === part)
  const kept = program.body.filter(node => node.type === 'ImportDeclaration' || isPart(node))
  if (!kept.some(isPart)) throw new Error(`The messages have no part “${part}”.`)
  return kept.map(node => source.slice(node.start, node.end)).join('\n')
}
