import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { graphOf } from '../../../src/graph/graph'
import { designText } from '../../../src/model/text'
import { readCase } from '../../../src/ui/case/case-file'
import { CASE_STUDIES, factsOf } from '../../../src/ui/start/case-studies'
import { FAMILIES, familiesOf, placeOf } from '../../../src/ui/start/families'
import { elementsOf, readXml } from '../../drawing/xml'

const IDS = readdirSync('templates').map(name => name.replace('.groundplan.json', ''))

test('the gallery holds every case study once, those of its table in their order', () => {
  const shown = CASE_STUDIES.map(({ id }) => id)
  expect([...shown].sort()).toEqual([...IDS].sort())
  expect(shown).toEqual([...shown].sort((a, b) => placeOf(a) - placeOf(b)))
})

test('a card names the family, the size and the latency target', () => {
  const feed = CASE_STUDIES.find(({ id }) => id === 'personalised-news-feed')
  expect(feed && factsOf(feed)).toMatch(/^Recommendation · \d+\u00a0blocks · 300\u202fms$/)
})

describe.each(CASE_STUDIES)('$id', ({ id, light, dark, title, blocks, families }) => {
  test('is opened as the bytes of its file, which its card tells the truth about', async () => {
    const design = await readCase(id)
    expect(design && designText(design)).toBe(readFileSync(`templates/${id}.groundplan.json`, 'utf8'))
    expect({ title, blocks }).toEqual({
      title: design?.about.design.title,
      blocks: design && graphOf(design).blocks.length,
    })
  })

  test('has a picture for each theme', () => {
    for (const address of [light, dark]) {
      const svg = readXml(decodeURIComponent(address.replace(/^data:image\/svg\+xml,/, '')))
      expect(elementsOf(svg).filter(({ name }) => name === 'rect').length).toBeGreaterThanOrEqual(blocks)
    }
  })

  test('has a family of its own', () => {
    expect(FAMILIES).toEqual(expect.arrayContaining([...families]))
    expect(families).not.toContain('other')
  })
})

test('a case study that the table does not know gets its family from its task, and stands last', () => {
  expect([familiesOf('new', 'retrieval'), familiesOf('new', 'control'), familiesOf('constructor', '')]).toEqual([
    ['search'],
    ['other'],
    ['other'],
  ])
  expect(placeOf('new')).toBeGreaterThan(placeOf('street-view-blurring'))
})

test('a case study that is not there is none', async () => {
  expect(await readCase('../package')).toBeNull()
})
