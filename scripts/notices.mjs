import { readdirSync, readFileSync } from 'node:fs'
import { ROOT } from './setup.mjs'

const FILE = 'THIRD_PARTY_NOTICES.txt'
const LICENCE_FILE = /^(licen[cs]e|copying|notice)/i

/** Copied into our sources as data, so no module of the build names them. */
const IN_OUR_SOURCES = [`${ROOT}/node_modules/lucide-static`]

/** Packages that come without their licence text: it is that of their sibling, by the same author under the same licence. */
const TEXT_OF_SIBLING = { 'react-remove-scroll-bar': 'react-remove-scroll' }

/**
 * Two vite plugins that write the licences of everything that ships into dist/THIRD_PARTY_NOTICES.txt: `page` for the
 * build itself, `worker` for the workers, which vite bundles apart. A package without a licence text stops the build.
 */
export function notices() {
  const folders = new Set(IN_OUR_SOURCES)
  const collect = bundle => {
    for (const file of Object.values(bundle)) for (const id of modulesOf(file)) addPackage(id, folders)
  }
  return {
    worker: { name: 'groundplan-notices-of-workers', generateBundle: (_options, bundle) => collect(bundle) },
    page: {
      name: 'groundplan-notices',
      apply: 'build',
      transform(_code, id) {
        // Styles leave no module in a chunk, so they are noted when they are read.
        if (/\.css(\?|$)/.test(id)) addPackage(id, folders)
      },
      generateBundle(_options, bundle) {
        collect(bundle)
        this.emitFile({ type: 'asset', fileName: FILE, source: noticesOf(folders) })
        this.emitFile({ type: 'asset', fileName: 'LICENSE.txt', source: readFileSync(`${ROOT}/LICENSE`, 'utf8') })
      },
    },
  }
}

/** The text of the file for these package folders, sorted by name. */
export function noticesOf(folders) {
  const sections = [...new Set([...folders].map(section))].sort()
  return ['Groundplan ships with the packages below. Its own licence is in LICENSE.txt.\n', ...sections].join('\n')
}

function modulesOf(file) {
  if (file.type === 'asset') return file.originalFileNames ?? []
  return Object.entries(file.modules)
    .filter(([id, module]) => module.renderedLength > 0 || id.includes('?url'))
    .map(([id]) => id)
}

function addPackage(id, folders) {
  const path = id.replaceAll('\\', '/').replace(/^\0/, '')
  const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)
  if (found) folders.add(found[1].startsWith('/') || found[1].includes(':') ? found[1] : `${ROOT}/${found[1]}`)
}

function section(folder) {
  const manifest = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
  const home = TEXT_OF_SIBLING[manifest.name] ? `${ROOT}/node_modules/${TEXT_OF_SIBLING[manifest.name]}` : folder
  const files = readdirSync(home).filter(name => LICENCE_FILE.test(name))
  if (files.length === 0) throw new Error(`${manifest.name} ships without a licence text: ${folder}`)
  const title = `${manifest.name} ${manifest.version}\nLicence: ${manifest.license}\nSource: ${sourceOf(manifest)}`
  const text = files.map(name => readFileSync(`${home}/${name}`, 'utf8').trim()).join('\n\n')
  return `${'='.repeat(80)}\n${title}\n\n${text}\n`
}

function sourceOf({ repository, homepage }) {
  const address = (typeof repository === 'string' ? repository : repository?.url) ?? homepage ?? ''
  const url = address
    .replace(/^git\+/, '')
    .replace(/^git:/, 'https:')
    .replace(/\.git$/, '')
  return /^[\w.-]+\/[\w.-]+$/.test(url) ? `https://github.com/${url}` : url
}
