import { expect, test } from 'vitest'
import { workplace } from './workplace'

const { content, file, run } = workplace()

test('a wrong call exits with 2 and shows how to call it', async () => {
  const calls = [
    [],
    ['lint'],
    ['lnt', 'a.plan'],
    ['lint', 'a.plan', '--fromat', 'json'],
    ['lint', 'a.plan', '--format', 'xml'],
    ['lint', 'a.plan', '--min-severity', 'fatal'],
    ['lint', 'a.plan', '--max-warnings', '-1'],
    ['lint', 'a.plan', '--max-warnings=few'],
    ['lint', 'a.plan', '--profile', 'strict'],
    ['lint', 'a.plan', '--rule', 'no-falback=off'],
    ['lint', 'a.plan', '--rule', 'no-fallback=fatal'],
    ['lint', 'a.plan', '--rule', 'no-fallback'],
    ['rules', 'no-falback'],
    ['rules', 'no-fallback', 'no-goal'],
  ]
  const answers: unknown[] = []
  for (const call of calls) {
    const { code, out, err } = await run(...call)
    answers.push([code, out, err.split('\n')[0], err.includes('Usage: groundplan COMMAND')])
  }
  expect(answers).toEqual([
    [2, '', 'groundplan: no command given', true],
    [2, '', 'groundplan: no file given', true],
    [2, '', 'groundplan: unknown command "lnt"', true],
    [2, '', "groundplan: Unknown option '--fromat'", true],
    [2, '', 'groundplan: --format is text, json or sarif, not "xml"', true],
    [2, '', 'groundplan: --min-severity is error, warning or info, not "fatal"', true],
    [2, '', "groundplan: Option '--max-warnings' argument is ambiguous", true],
    [2, '', 'groundplan: --max-warnings is a whole number from 0, not "few"', true],
    [2, '', 'groundplan: --profile is learning or review, not "strict"', true],
    [2, '', 'groundplan: --rule: there is no rule "no-falback". Did you mean no-fallback?', true],
    [2, '', 'groundplan: --rule no-fallback=… is off, info, warning or error, not "fatal"', true],
    [2, '', 'groundplan: --rule no-fallback=… is off, info, warning or error, not ""', true],
    [2, '', 'groundplan: there is no rule "no-falback". Did you mean no-fallback?', true],
    [2, '', 'groundplan: one rule at a time', true],
  ])
})

test('convert carries a design into plan text and back', async () => {
  file('there.plan', 'title "Feed"\nuser client "Reader"\nuser -request-> model\nmodel ranker "Ranker" p99Ms=40\n')
  const done = [
    await run('convert', 'there.plan', '-o', 'there.groundplan.json'),
    await run('convert', 'there.groundplan.json', '-o', 'back.plan'),
    await run('convert', 'back.plan', '-o', 'back.groundplan.json'),
  ]
  expect(done).toEqual([
    { code: 0, out: '', err: '' },
    { code: 0, out: '', err: '' },
    { code: 0, out: '', err: '' },
  ])
  expect(content('back.plan')).toBe(
    'title "Feed"\nmodel ranker "Ranker" p99Ms=40\nuser client "Reader"\nuser -request-> model\n',
  )
  expect(content('back.groundplan.json')).toBe(content('there.groundplan.json'))
})

test('convert names what plan text does not carry', async () => {
  const blocks = { user: { kind: 'client', label: 'Reader', at: { x: 8, y: 8 } } }
  file('placed.groundplan.json', JSON.stringify({ schema: 1, about: { design: { title: 'Feed' } }, blocks }))
  const { code, out, err } = await run('convert', 'placed.groundplan.json', '-o', 'placed.plan')
  expect({ code, out }).toEqual({ code: 0, out: '' })
  expect(err).toMatch(/^left out: .+\n$/)
})

test('convert replaces a file only when told to, and never with half a design', async () => {
  file('kept.plan', 'user client\n')
  file('source.plan', 'model ranker\n')
  file('wrong.plan', 'model rankr\n')
  const refused = await run('convert', 'source.plan', '-o', 'kept.plan')
  expect([refused.code, refused.err.split('\n')[0]]).toEqual([
    2,
    'groundplan: "kept.plan" is there already: --force replaces it',
  ])
  expect(await run('convert', 'wrong.plan', '-o', 'kept.plan', '--force')).toEqual({
    code: 2,
    out: '',
    err: 'wrong.plan: 1:7: “rankr” is no kind of block. Did you mean ranker?\n',
  })
  expect(content('kept.plan')).toBe('user client\n')
  expect((await run('convert', 'source.plan', '-o', 'kept.plan', '--force')).code).toBe(0)
  expect(content('kept.plan')).toContain('model ranker')
  expect(await run('convert', 'source.plan', '-o', 'no/such/folder.plan')).toEqual({
    code: 2,
    out: '',
    err: 'no/such/folder.plan: There is no such folder. Make it first.\n',
  })
})

test('render refuses a file that is there, another ending and an unknown theme', async () => {
  file('yard.plan', 'client -request-> app-service\n')
  file('yard.svg', 'mine')
  const calls = [
    ['yard.plan', '-o', 'yard.svg'],
    ['yard.plan', '-o', 'yard.pdf'],
    ['yard.plan', '-o', 'new.svg', '--theme', 'sepia'],
  ]
  const codes: number[] = []
  for (const call of calls) codes.push((await run('render', ...call)).code)
  expect(codes).toEqual([2, 2, 2])
  expect(content('yard.svg')).toBe('mine')
})
