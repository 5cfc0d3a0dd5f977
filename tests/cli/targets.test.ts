import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync } from 'node:fs'
import { expect, test } from 'vitest'
import { targetsOf } from '../../src/cli/targets'
import { workplace } from './workplace'

const { file } = workplace()

function paths(...args: readonly string[]): string[] {
  return targetsOf(args).map(({ path, problem }) => (problem ? `${path}: ${problem.message}` : path))
}

test('a folder stands for every design below it, sorted, without node_modules and folders with a dot', () => {
  for (const name of ['b.plan', 'a.groundplan.json', 'Z.plan', 'deep/er/c.plan', 'notes.json', 'read.me'])
    file(`tree/${name}`, '')
  for (const name of ['node_modules/x/d.plan', '.git/e.plan', 'deep/.cache/f.plan', '.hidden.plan'])
    file(`tree/${name}`, '')
  const found = ['Z.plan', 'a.groundplan.json', 'b.plan', 'deep/er/c.plan'].map(name => `tree/${name}`)
  expect([paths('tree'), paths('tree/'), paths('tree', 'tree/b.plan', './tree/Z.plan')]).toEqual([found, found, found])
})

test('a pattern matches names part by part: * any part, ? one sign, ** any folders', () => {
  for (const name of ['one.plan', 'two.plan', 'x+y(1).plan', 'sub/one.plan', 'sub/sub/one.plan', 'sub/list.json'])
    file(`glob/${name}`, '')
  expect({
    star: paths('glob/*.plan'),
    middle: paths('glob/t*o.plan'),
    sign: paths('glob/?ne.plan'),
    folders: paths('glob/**/one.plan'),
    inside: paths('glob/*/one.plan'),
    last: paths('glob/sub/**'),
    special: paths('glob/x+y(?).plan'),
    json: paths('glob/**/*.json'),
    anything: paths('glob/sub/*'),
  }).toEqual({
    star: ['glob/one.plan', 'glob/two.plan', 'glob/x+y(1).plan'],
    middle: ['glob/two.plan'],
    sign: ['glob/one.plan'],
    folders: ['glob/one.plan', 'glob/sub/one.plan', 'glob/sub/sub/one.plan'],
    inside: ['glob/sub/one.plan'],
    last: ['glob/sub/one.plan', 'glob/sub/sub/one.plan'],
    special: ['glob/x+y(1).plan'],
    json: ['glob/sub/list.json'],
    anything: ['glob/sub/one.plan'],
  })
})

test('a pattern enters what it spells out, hidden or not', () => {
  file('shy/.secret/a.plan', '')
  file('shy/node_modules/b.plan', '')
  expect([
    paths('shy/.secret/*.plan'),
    paths('shy/node_modules/*.plan'),
    paths('shy/.s*/*.plan'),
    paths('shy/*/*.plan'),
  ]).toEqual([
    ['shy/.secret/a.plan'],
    ['shy/node_modules/b.plan'],
    ['shy/.secret/a.plan'],
    ['shy/*/*.plan: No design matches this pattern.'],
  ])
})

test('what finds nothing says so, and a file with a star in its name is a file', () => {
  mkdirSync('empty')
  file('star*.plan', '')
  expect(paths('empty', 'nothing*.plan', 'absent/**/*.plan', 'star*.plan', 'absent.plan')).toEqual([
    'empty: No design is in this folder.',
    'nothing*.plan: No design matches this pattern.',
    'absent/**/*.plan: No design matches this pattern.',
    'star*.plan',
    'absent.plan',
  ])
})

test('links to folders are not followed, so a ring of them ends; what else is named like a design is looked at', () => {
  file('ring/a.plan', '')
  symlinkSync('.', 'ring/again.plan')
  symlinkSync('..', 'ring/up')
  symlinkSync('nowhere', 'ring/lost.plan')
  symlinkSync('a.plan', 'ring/other.plan')
  execFileSync('mkfifo', ['ring/pipe.plan'])
  expect(paths('ring')).toEqual(['ring/a.plan', 'ring/lost.plan', 'ring/other.plan', 'ring/pipe.plan'])
})
