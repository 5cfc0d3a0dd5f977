import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { caseStudies } from './scripts/case-studies.mjs'
import { messages } from './scripts/messages.mjs'
import { notices } from './scripts/notices.mjs'

const licences = notices()

/** While developing, Vite puts styles into the page as elements, which the page's own policy refuses. The build keeps it. */
const devStyles: Plugin = {
  name: 'groundplan-dev-styles',
  apply: 'serve',
  transformIndexHtml: html => html.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
}

export default defineConfig({
  base: './',
  plugins: [messages(), react(), caseStudies(), licences.page, devStyles],
  worker: { format: 'es', plugins: () => [licences.worker] },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
  // The manifest tells scripts/size.mjs what is loaded at the start.
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    // The scripts that a lazy part needs are named in its own head: listing them in the entry weighs more than it saves.
    modulePreload: { polyfill: false, resolveDependencies: (_, deps) => deps.filter(dep => dep.endsWith('.css')) },
    manifest: true,
    rolldownOptions: {
      // Texts stand where they are used: as variables those of the first paint weigh half a kilobyte more.
      optimization: { inlineConst: { mode: 'all' } },
      // All that the diagram is painted with in one script: split in thirty it packs worse.
      output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } },
    },
  },
  optimizeDeps: { include: ['elkjs/lib/elk-api.js'] },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          setupFiles: ['tests/seed.ts'],
          exclude: ['tests/journeys/**'],
          // A guard against a hang, not a measurement: layouts take a second each on a quiet machine, several on a busy one.
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          environment: 'node',
          include: ['tests/journeys/**/*.test.ts'],
          globalSetup: ['tests/journeys/serve-build.ts'],
          fileParallelism: false,
          // A guard against a hang, not a measurement: the machine may be slow.
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: { name: 'bench', environment: 'node', include: [], benchmark: { include: ['bench/**/*.bench.ts'] } },
      },
    ],
  },
})
