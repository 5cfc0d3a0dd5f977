import { expect, test } from 'vitest'
import { isInstalled, isNodeSupported } from '../../scripts/setup.mjs'

test('the Node lines that vite and vitest run on are supported', () => {
  const versions = [
    '18.20.4',
    '20.18.3',
    '20.19.0',
    '20.20.2',
    '21.7.3',
    '22.11.0',
    '22.12.0',
    '23.11.0',
    '24.0.0',
    '26.1.0',
  ]
  expect(versions.filter(isNodeSupported)).toEqual(['20.19.0', '20.20.2', '22.12.0', '24.0.0', '26.1.0'])
})

test('the clone that runs the tests counts as installed', () => {
  expect(isInstalled()).toBe(true)
})
