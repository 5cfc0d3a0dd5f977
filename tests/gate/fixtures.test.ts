import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readDesign, SCHEMA } from '../../src/gate/index'
import { designText } from '../../src/model/text'

// Files of every schema ever released, frozen: they open for ever. A new schema comes with a folder of its own.
const FIXTURES = new URL('../fixtures/', import.meta.url)
const VERSIONS = Array.from({ length: SCHEMA }, (_, i) => `schema-${i + 1}`)
const FILES = VERSIONS.flatMap(version => readdirSync(new URL(version, FIXTURES)).map(name => `${version}/${name}`))

test.each(VERSIONS)('%s has its frozen files', version => {
  const names = ['edge', 'full', 'large', 'minimal', 'unicode'].map(name => `${version}/${name}.groundplan.json`)
  expect(FILES).toEqual(expect.arrayContaining(names))
})

test.each(FILES)('%s opens', file => {
  expect(readDesign(textOf(file))).toEqual({ ok: true, value: expect.anything() })
})

test.each(FILES.filter(file => file.startsWith(`schema-${SCHEMA}/`)))('%s is saved as it was, byte for byte', file => {
  const read = readDesign(textOf(file))
  expect(read.ok && designText(read.value)).toBe(textOf(file))
})

function textOf(file: string): string {
  return readFileSync(new URL(file, FIXTURES), 'utf8')
}
