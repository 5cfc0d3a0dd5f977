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
      .map(name => name.trim().split(/\s+as\s+/))
      .filter(([part]) => part)
      .map(([part, own = part]) => `import * as ${own} from '${file}?part=${part}'`)
      .join('; '),
  )
}

/**
 * The source of one exported part with what it takes of the imports of the file. Each text is an export of its own, so
 * that the bundler can put it where it is used: as properties of one object the texts of the commands alone weigh 1.2 KB
 * more.
 */
export function partOf(source, part) {
  const { program } = parseSync('messages.ts', source)
  const textOf = node => source.slice(node.start, node.end)
  const texts = program.body.map(node => initialOf(node, part)).find(Boolean)
  if (!texts) throw new Error(`The messages have no part “${part}”.`)
  if (texts.type !== 'ObjectExpression' || texts.properties.some(({ type, method }) => type !== 'Property' || method))
    throw new Error(`The part “${part}” of the messages is no list of texts.`)
  const imports = program.body.filter(node => node.type === 'ImportDeclaration' && isUsed(node, textOf(texts)))
  return [
    ...imports.map(textOf),
    ...texts.properties.map(({ value }, index) => `const text${index} = ${textOf(value)}`),
    `export { ${texts.properties.map(({ key }, index) => `text${index} as ${textOf(key)}`).join(', ')} }`,
  ].join('\n')
}

/** Whether what an import brings is named in a text. What is imported for nothing would be loaded all the same. */
function isUsed({ specifiers }, text) {
  return specifiers.some(({ local }) => new RegExp(`\\b${local.name}\\b`).test(text))
}

/** What a statement of the file sets the exported part to; undefined where it is about something else. */
function initialOf(node, part) {
  if (node.type !== 'ExportNamedDeclaration') return undefined
  return node.declaration?.declarations?.find(({ id }) => id.name === part)?.init
}
