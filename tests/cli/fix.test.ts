import { chmodSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fixFile } from '../../src/cli/fix'
import { readDesign } from '../../src/gate'
import { removeBlocks } from '../../src/model/blocks'
import { type Design, lookUp } from '../../src/model/design'
import { applyEdit } from '../../src/model/edit'
import { designText } from '../../src/model/text'
import { designOf } from '../../src/plan/sketch'
import { writePlan } from '../../src/plan/write'
import { CATALOGUE } from '../layout/catalogue'
import { workplace } from './workplace'

const { content, file, run } = workplace()

const SERVED = `# The whole service
client -request-> app-service   # from the app
app-service -request-> ranker
`

/** The design with its blocks in a row, as somebody drew it. */
function drawn(plan: string): Design {
  const design = designOf(plan)
  const blocks = Object.values(design.blocks).map((block, i) => [block.id, { ...block, at: { x: i * 240, y: 80 } }])
  return { ...design, blocks: Object.fromEntries(blocks) }
}

function opened(name: string): Design {
  const read = readDesign(content(name))
  if (!read.ok) throw new Error(read.problems[0]?.message)
  return read.value
}

async function rulesFound(...args: readonly string[]): Promise<string[]> {
  const { out } = await run('lint', ...args, '--format', 'json')
  return JSON.parse(out).files.flatMap((each: { findings: { rule: string }[] }) => each.findings.map(one => one.rule))
}

test('--fix adds to plan text what is missing, keeps its comments, says what it did and reviews the outcome', async () => {
  file('served.plan', SERVED)
  const { out } = await run('lint', 'served.plan', '--fix')
  const text = content('served.plan')
  expect(text.match(/#.*/g)).toEqual(['# The whole service', '# from the app'])
  expect(text).toContain('\napp-service -fallback-> app-service-fallback\n')
  expect(out).toContain('\n  fixed    no-fallback at ranker: add fallback\n')
  expect(out).not.toContain('--fix applies it')
  const left = await rulesFound('served.plan')
  expect(left).not.toContain('no-fallback')
})

test('fixing again changes nothing', async () => {
  file('twice.plan', SERVED)
  await run('lint', 'twice.plan', '--fix')
  const once = content('twice.plan')
  await run('lint', 'twice.plan', '--fix')
  expect(content('twice.plan')).toBe(once)
})

test('in a design file new blocks get free ground and nothing that stands moves', async () => {
  const before = drawn('client -> app-service -> ranker')
  file('drawn.groundplan.json', designText(before))
  await run('lint', 'drawn.groundplan.json', '--fix')
  const after = opened('drawn.groundplan.json')
  const kept = Object.keys(before.blocks).map(id => lookUp(after.blocks, id))
  expect(kept).toEqual(Object.values(before.blocks))
  const added = Object.values(after.blocks).filter(({ id }) => !Object.hasOwn(before.blocks, id))
  expect(added.length).toBeGreaterThan(0)
  const places = Object.values(after.blocks).map(({ at }) => JSON.stringify(at))
  expect(new Set(places).size).toBe(Object.keys(after.blocks).length)
  expect(content('drawn.groundplan.json')).toBe(designText(after))
})

test('a design file that has no places yet gets none', async () => {
  file('loose.groundplan.json', designText(designOf('client -> app-service -> ranker')))
  await run('lint', 'loose.groundplan.json', '--fix')
  expect(Object.values(opened('loose.groundplan.json').blocks).filter(block => block.at)).toEqual([])
})

test('a waived finding, a rule that is off and a file without a fix stay as they are', async () => {
  const waived = `${SERVED}waive no-fallback @ranker "The page works without it."\n`
  file('waived.plan', waived)
  file('off.plan', SERVED)
  const fine = '  # nothing here\n'
  file('fine.plan', fine)
  const fixed = async (...args: readonly string[]) => {
    const { files } = JSON.parse((await run('lint', ...args, '--fix', '--format', 'json')).out)
    return files.flatMap((each: { fixed?: { rule: string }[] }) => each.fixed?.map(({ rule }) => rule) ?? [])
  }
  expect(await fixed('waived.plan')).not.toContain('no-fallback')
  expect(await fixed('off.plan', '--rule', 'no-fallback=off')).not.toContain('no-fallback')
  expect(await fixed('fine.plan')).toEqual([])
  expect(content('fine.plan')).toBe(fine)
})

test('JSON lists what was fixed; beside SARIF it is said on the other stream', async () => {
  file('json.plan', SERVED)
  file('sarif.plan', SERVED)
  const [json] = JSON.parse((await run('lint', 'json.plan', '--fix', '--format', 'json')).out).files
  expect(json.fixed).toContainEqual({ rule: 'no-fallback', at: ['ranker'], title: 'add fallback' })
  const sarif = await run('lint', 'sarif.plan', '--fix', '--format', 'sarif')
  expect(JSON.parse(sarif.out).version).toBe('2.1.0')
  expect(sarif.err).toContain('sarif.plan: fixed    no-fallback at ranker: add fallback\n')
})

test('a file that cannot be read or written is told and left as it is', async () => {
  file('broken.plan', 'client -> rankr\n')
  file('locked.plan', SERVED)
  chmodSync('locked.plan', 0o444)
  const { code, out } = await run('lint', 'broken.plan', '--fix')
  expect({ code, text: content('broken.plan') }).toEqual({ code: 2, text: 'client -> rankr\n' })
  expect(out).toContain('unread')
  // Who may write everything, as in a container, writes it.
  const isFree = process.getuid?.() === 0
  const locked = await run('lint', 'locked.plan', '--fix')
  expect([locked.code === 2, content('locked.plan') === SERVED]).toEqual([!isFree, !isFree])
})

test('a case study that lost every fifth block is fixed in place, and fixing it again changes nothing', () => {
  for (const { design } of CATALOGUE.slice(0, 2)) {
    const lost = Object.keys(design.blocks).filter((_, i) => i % 5 === 0)
    const text = `# Kept\n${writePlan(applyEdit(design, removeBlocks(design, lost))).text}`
    const once = fixFile({ format: 'plan', text, design: designOf(text) }, { review: true })
    if (!once.ok) throw new Error(once.problems[0]?.message)
    const twice = fixFile(once.value.file, { review: true })
    const { done, isRewritten, file: fixed } = once.value
    expect([done.length > 0, isRewritten, fixed.text.slice(0, 6)]).toEqual([true, false, '# Kept'])
    expect(twice.ok && twice.value.done).toEqual([])
  }
})
