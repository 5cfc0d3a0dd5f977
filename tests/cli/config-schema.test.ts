import { readFileSync, writeFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020'
import { expect, test } from 'vitest'
import { parseConfig } from '../../src/cli/config'
import { configSchema } from '../../src/cli/config-schema'
import { RULES } from '../../src/rules/index'

const FILE = 'public/config.schema.json'
const HOW = 'UPDATE=1 npx vitest run --project unit tests/cli/config-schema.test.ts'

test(`${FILE} is the schema of the code; write it anew with: ${HOW}`, () => {
  const text = `${JSON.stringify(configSchema(), null, 2)}\n`
  if (process.env.UPDATE) writeFileSync(FILE, text)
  expect(readFileSync(FILE, 'utf8') === text, `${FILE} is out of date: ${HOW}`).toBe(true)
})

test('it takes and refuses what the command line does', () => {
  const isValid = new Ajv2020().compile(configSchema())
  const ids = RULES.map(({ id }) => id)
  const files = [
    {},
    { $schema: 'x', profile: 'learning', rules: { 'no-fallback': 'off' }, maxWarnings: 0, minSeverity: 'info' },
    { profile: 'strict' },
    { rules: { 'no-fallback': 2 } },
    { rules: [] },
    { maxWarnings: -1 },
    { maxWarnings: 0.5 },
    { minSeverity: 'fatal' },
    { min: 'error' },
    [],
  ]
  const answers = files.map(each => [isValid(each), parseConfig(JSON.stringify(each), ids).ok])
  expect(answers).toEqual(files.map((_, i) => (i < 2 ? [true, true] : [false, false])))
})
