import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { runnerImport } from 'vite'
import { ROOT } from './setup.mjs'

/** What the page asks for: `templates/NAME.groundplan.json?card`. */
const QUERY = '.json?card'

const PREFIX = '\0groundplan-case:'

/**
 * A vite plugin that makes the cards of the gallery from the case studies themselves: what a card says, and its pictures
 * in both themes, drawn by src/drawing. The build writes the pictures beside its scripts, where a browser fetches and
 * keeps them; the development server hands them out as they are. A case study that cannot be read stops the build.
 */
export function caseStudies() {
  /** The drawing, compiled when the first card is asked for. */
  let compiled = null
  let isBuild = false
  return {
    name: 'groundplan-case-studies',
    enforce: 'pre',
    configResolved: config => {
      isBuild = config.command === 'build'
    },
    async resolveId(source, importer) {
      if (!source.endsWith(QUERY)) return null
      const file = await this.resolve(source.replace(/\?card$/, ''), importer, { skipSelf: true })
      // Without the ending of the file, so that nobody takes the card for JSON.
      return file && `${PREFIX}${file.id.slice(0, -'.json'.length)}`
    },
    async load(id) {
      if (!id.startsWith(PREFIX)) return null
      const path = `${id.slice(PREFIX.length)}.json`
      this.addWatchFile(path)
      compiled ??= runnerImport(`${ROOT}/src/ui/start/case-card.ts`, { root: ROOT, logLevel: 'silent' })
      const { module } = await compiled
      const drawn = module.drawCase(readFileSync(path, 'utf8'))
      if (!drawn.ok) return this.error(`${path} is no case study: ${JSON.stringify(drawn.problems, null, 2)}`)
      const { facts, pictures } = drawn.value
      const name = basename(path, '.groundplan.json')
      const address = theme =>
        isBuild ? emitted(this, `${name}-${theme}.svg`, pictures[theme]) : inline(pictures[theme])
      const card = `{ ...${JSON.stringify(facts)}, light: ${address('light')}, dark: ${address('dark')} }`
      return { code: `export default ${card}`, moduleSideEffects: false }
    },
  }
}

/** The address of a picture that the build writes, as an expression. */
function emitted(build, name, source) {
  return `import.meta.ROLLUP_FILE_URL_${build.emitFile({ type: 'asset', name, source })}`
}

function inline(svg) {
  return JSON.stringify(`data:image/svg+xml,${encodeURIComponent(svg)}`)
}
