import { ensureInstalled, ROOT } from './setup.mjs'

ensureInstalled()
process.chdir(ROOT)
// Vite takes the next free port when its own is taken, and prints the address.
process.argv.splice(2, 0, '--host', '127.0.0.1')
await import('../node_modules/vite/bin/vite.js')
