import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { FOLDER, pages, pictures, stamp, svgOf } from './rule-page'

const HOW = 'UPDATE=1 npx vitest run --project unit tests/rules/rule-pages.test.ts'

beforeAll(async () => {
  if (!process.env.UPDATE) return
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(`${FOLDER}/pictures`, { recursive: true })
  for (const [file, text] of pages()) writeFileSync(`${FOLDER}/${file}`, text)
  for (const picture of pictures()) writeFileSync(`${FOLDER}/${picture.file}`, await svgOf(picture))
}, 600_000)

test(`${FOLDER} says what the rules say, a page each; write it anew with: ${HOW}`, () => {
  const wanted = pages()
  const there = files('')
  expect({
    missing: [...wanted.keys()].filter(file => !there.includes(file)),
    outOfDate: [...wanted]
      .filter(([file, text]) => there.includes(file) && content(file) !== text)
      .map(([file]) => file),
    leftOver: there.filter(file => !wanted.has(file)),
  }).toEqual({ missing: [], outOfDate: [], leftOver: [] })
})

test(`its pictures are drawn from the examples as they are; draw them anew with: ${HOW}`, () => {
  const wanted = new Map(pictures().map(picture => [picture.file, stamp(picture)]))
  const there = files('pictures/')
  expect({
    missing: [...wanted.keys()].filter(file => !there.includes(file)),
    outOfDate: [...wanted]
      .filter(([file, mark]) => there.includes(file) && !content(file).endsWith(`${mark}\n`))
      .map(([file]) => file),
    leftOver: there.filter(file => !wanted.has(file)),
  }).toEqual({ missing: [], outOfDate: [], leftOver: [] })
})

test('a picture is drawn the same each time, small, and asks nobody for anything', async () => {
  for (const picture of pictures().slice(0, 4)) {
    const svg = await svgOf(picture)
    expect(await svgOf(picture)).toBe(svg)
    expect(svg.length).toBeLessThan(40_000)
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|@font-face|<image|<script/)
  }
})

test('every link of a page leads to a file', () => {
  for (const [file, text] of pages()) {
    const links = [...text.matchAll(/\]\((?!https:)([^)#]+)/g)].map(match => `${FOLDER}/${match[1]}`)
    expect(links.filter(link => !existsSync(link)).map(link => `${file}: ${link}`)).toEqual([])
  }
})

function files(folder: string): string[] {
  if (!existsSync(`${FOLDER}/${folder}`)) return []
  const entries = readdirSync(`${FOLDER}/${folder}`, { withFileTypes: true })
  return entries.filter(entry => entry.isFile()).map(entry => `${folder}${entry.name}`)
}

function content(file: string): string {
  return readFileSync(`${FOLDER}/${file}`, 'utf8')
}
