import { expect, test } from 'vitest'
import type { Command } from '../../../src/ui/commands/command'
import { COMMANDS } from '../../../src/ui/commands/registry'
import { hintsFor, isSingleKey } from '../../../src/ui/hints/hints'

const always = () => true

test('hints take their keys from the commands, so that they cannot go stale', () => {
  const keysOf = (id: string) => (COMMANDS as readonly Command[]).find(one => one.id === id)?.keys?.[0]
  expect(hintsFor('flow', COMMANDS, always)).toEqual([
    { keys: keysOf('rename'), words: 'labels it' },
    { keys: keysOf('change-kind'), words: 'changes its kind' },
    { keys: keysOf('delete'), words: 'deletes' },
  ])
})

test('a command that is not there, has no keys or does not apply is left out', () => {
  const command = (id: string, keys?: readonly string[]): Command => ({
    id,
    name: id,
    group: 'edit',
    ...(keys ? { keys } : {}),
    run: () => {},
  })
  const commands = [command('rename', ['F2']), command('change-kind'), command('delete', ['Delete'])]
  expect(hintsFor('flow', commands, one => one.id !== 'delete')).toEqual([{ keys: 'F2', words: 'labels it' }])
})

test('four hints at most', () => {
  expect(hintsFor('nothing', COMMANDS, always).length).toBeLessThanOrEqual(4)
})

test.each([
  ['N', true],
  ['/', true],
  ['F2', false],
  ['Mod+K', false],
  ['Enter', false],
])('%s is a single key: %s', (keys, isSingle) => {
  expect(isSingleKey(keys)).toBe(isSingle)
})
