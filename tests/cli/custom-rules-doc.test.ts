import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadRules } from '../../src/cli/custom-rules'
import { TOOLBOX } from '../../src/cli/toolbox'
import { graphOf } from '../../src/graph/graph'
import { designOf } from '../../src/plan/sketch'
import { lint } from '../../src/rules/lint'
import { workplace } from './workplace'

const PAGE = readFileSync('docs/custom-rules.md', 'utf8')
const { content, file, run } = workplace()

/** The code blocks of the page under a heading. */
function blocksUnder(heading: string): string[] {
  const section = PAGE.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  return [...section.matchAll(/```\w*\n([\s\S]*?)```/g)].map(match => match[1] ?? '')
}

const [code = '', plan = '', said = ''] = blocksUnder('A worked example')

test('the rules of the page say of its design what the page says', async () => {
  file('acme-rules.mjs', code)
  file('feed.plan', plan)
  const { out } = await run('lint', 'feed.plan', '--rules', './acme-rules.mjs')
  const lines = out.split('\n').filter(line => line.includes('acme-'))
  expect(lines.map(words)).toEqual(said.trimEnd().split('\n').map(words))
})

test('its fix is applied', async () => {
  file('acme-rules.mjs', code)
  file('fix.plan', plan)
  await run('lint', 'fix.plan', '--fix', '--rules', './acme-rules.mjs')
  expect(content('fix.plan')).toContain('rk ranker "Ranker" p99Ms=200')
})

test('its examples are judged as it says', async () => {
  file('acme-rules.mjs', code)
  const path = `${process.cwd()}/acme-rules.mjs`
  const loaded = await loadRules([path], { importModule: name => import(/* @vite-ignore */ name) })
  if (!('rules' in loaded)) throw new Error(loaded.problems[0]?.message)
  for (const rule of loaded.rules) {
    const silent = (each: string) => lint(graphOf(designOf(each)), { rules: [rule], review: true }).length === 0
    expect([rule.good.map(silent), rule.bad.map(silent)]).toEqual([
      rule.good.map(() => true),
      rule.bad.map(() => false),
    ])
  }
})

test('the page names every tool, and every part of a fix', () => {
  const [, tools = ''] = PAGE.split('The tools that a function is handed:')
  const names = [...Object.keys(TOOLBOX), ...Object.keys(TOOLBOX.draftFix(graphOf(designOf('client'))))]
  expect(names.filter(name => !new RegExp(`\\b${name}\\b`).test(tools))).toEqual([])
})

/** A line without its columns, which depend on the other findings. */
function words(line: string): string {
  return line.trim().replace(/\s+/g, ' ')
}
