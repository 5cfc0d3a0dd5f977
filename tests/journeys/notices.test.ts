import { expect, inject, test } from 'vitest'

async function shipped(name: string): Promise<string> {
  const response = await fetch(inject('pageUrl') + name)
  expect(response.status).toBe(200)
  return response.text()
}

test('the build ships the licence of the layout engine with its source, of the font and of the icons', async () => {
  const text = await shipped('THIRD_PARTY_NOTICES.txt')
  expect(text).toMatch(/elkjs 0\.12\.1\nLicence: EPL-2\.0.*\nSource: https:\/\/github\.com\/kieler\/elkjs/)
  expect(text).toContain('Eclipse Public License - v 2.0')
  expect(text).toMatch(/@fontsource-variable\/inter 5\.\d+\.\d+\nLicence: OFL-1\.1/)
  expect(text).toContain('SIL OPEN FONT LICENSE Version 1.1')
  expect(text).toContain('Copyright (c) 2026 Lucide Icons and Contributors')
})

test('the build names every package that it bundled', async () => {
  const names = [...(await shipped('THIRD_PARTY_NOTICES.txt')).matchAll(/^={80}\n(\S+) /gm)].map(match => match[1])
  expect(names).toEqual(
    expect.arrayContaining([
      '@xyflow/react',
      '@xyflow/system',
      'd3-zoom',

      'react',
      'react-dom',
      'zod',
      'zustand',
    ]),
  )
})

test('the build ships its own licence', async () => {
  expect(await shipped('LICENSE.txt')).toContain('Groundplan contributors')
})
