import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { publishedSchema } from '../../src/gate/published-schema'
import { KINDS } from '../../src/kinds/index'

const FILE = new URL('../../public/design.schema.json', import.meta.url)
const REFRESH = 'UPDATE=1 npx vitest run --project unit tests/gate/schema-file.test.ts'

test('the published schema is the one of the code', () => {
  const text = `${JSON.stringify(publishedSchema(), null, 2)}\n`
  if (process.env.UPDATE) writeFileSync(FILE, text)
  expect(readFileSync(FILE, 'utf8') === text, `public/design.schema.json is out of date. Refresh it: ${REFRESH}`).toBe(
    true,
  )
})

test('it names every kind, leaves room for others, and types a property by the kind of its block', () => {
  const { properties, $defs } = publishedSchema() as unknown as Published
  const block = properties.blocks.additionalProperties
  expect(block.properties.kind.anyOf.map(choice => choice.const ?? choice.type)).toEqual([
    ...KINDS.map(kind => kind.id),
    'string',
  ])
  const ranker = block.allOf.find(each => each.if.properties.kind.const === 'ranker')
  expect(ranker?.then.properties.props.properties).toMatchObject({
    stage: { anyOf: [{ enum: ['light', 'heavy'] }, { type: 'string' }] },
    p99Ms: { $ref: '#/$defs/common/p99Ms' },
  })
  expect($defs.common.p99Ms).toMatchObject({ type: 'number', description: expect.stringContaining('in ms') })
})

interface Published {
  readonly $defs: { readonly common: Readonly<Record<string, unknown>> }
  readonly properties: {
    readonly blocks: {
      readonly additionalProperties: {
        readonly properties: { readonly kind: { readonly anyOf: readonly { const?: string; type?: string }[] } }
        readonly allOf: readonly {
          readonly if: { readonly properties: { readonly kind: { readonly const: string } } }
          readonly then: { readonly properties: { readonly props: { readonly properties: unknown } } }
        }[]
      }
    }
  }
}
