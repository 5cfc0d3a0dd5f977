import { expect, test } from 'vitest'
import { lockProblems } from '../../scripts/lockcheck.mjs'

test('a lock file without an entry for an optional package is named: npm ci would refuse it', () => {
  const lock = {
    packages: {
      '': { dependencies: { tool: '1.0.0' } },
      'node_modules/tool': { optionalDependencies: { '@tool/linux': '1.0.0', '@tool/mac': '1.0.0' } },
      'node_modules/@tool/linux': {},
    },
  }
  expect(lockProblems(lock, { dependencies: { tool: '1.0.0' } })).toEqual([
    'package-lock.json has no entry for @tool/mac, which node_modules/tool may install.',
  ])
})

test('a lock file that names the registry it was written with is named', () => {
  const lock = { packages: { '': {}, 'node_modules/tool': { resolved: 'https://registry.example/tool.tgz' } } }
  expect(lockProblems(lock, {})).toEqual(['package-lock.json names the host registry.example for node_modules/tool.'])
})

test('a lock file behind package.json is named', () => {
  const lock = { packages: { '': { dependencies: { old: '1.0.0', tool: '1.0.0' } } } }
  expect(lockProblems(lock, { dependencies: { tool: '2.0.0' }, devDependencies: { fresh: '3.0.0' } })).toEqual([
    'tool is 2.0.0 in package.json and 1.0.0 in package-lock.json: run npm install.',
    'old is absent in package.json and 1.0.0 in package-lock.json: run npm install.',
    'fresh is 3.0.0 in package.json and absent in package-lock.json: run npm install.',
  ])
})
