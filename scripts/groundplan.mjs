import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildCli } from './build-cli.mjs'
import { isInstalled, ROOT } from './setup.mjs'

if (!isInstalled()) {
  console.error('Groundplan is not installed yet: run npm ci in its folder.')
  process.exit(2)
}

// npm runs scripts in the folder of package.json; the names of files are meant from where the person stands.
if (process.env.npm_lifecycle_event === 'groundplan' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)

// A reader that closes early, such as `| head`, is no failure.
process.stdout.on('error', error => {
  if (error.code !== 'EPIPE') throw error
})

try {
  const { main } = await import(await buildCli())
  process.exitCode = await main(process.argv.slice(2), {
    print: text => process.stdout.write(text),
    complain: text => process.stderr.write(text),
    hasColour: process.stdout.isTTY === true && !process.env.NO_COLOR,
    importModule: path => import(pathToFileURL(resolve(path)).href),
    version: JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8')).version,
  })
} catch (error) {
  console.error(error)
  process.exitCode = 2
}
