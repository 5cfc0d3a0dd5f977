import cyrillicUrl from '@fontsource-variable/inter/files/inter-cyrillic-wght-normal.woff2?url'
import greekUrl from '@fontsource-variable/inter/files/inter-greek-wght-normal.woff2?url'
import latinExtUrl from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?url'
import latinUrl from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'
import type { EmbeddedFont } from '../../drawing/draw'
import type { Design } from '../../model/design'

/** The subsets of Inter as its package cuts them; a picture carries those whose letters it uses. */
const SUBSETS = [
  { url: latinUrl, unicodeRange: 'U+0000-00FF, U+2000-206F, U+20AC, U+2122, U+2190-2193, U+2212', letters: /./ },
  { url: latinExtUrl, unicodeRange: 'U+0100-02BA, U+1E00-1E9F, U+20A0-20AB', letters: /[\u0100-\u02ba\u1e00-\u1e9f]/ },
  { url: cyrillicUrl, unicodeRange: 'U+0301, U+0400-045F, U+0490-0491', letters: /[\u0400-\u045f]/ },
  { url: greekUrl, unicodeRange: 'U+0370-03FF', letters: /[\u0370-\u03ff]/ },
] as const

/** Inter as base64, as much of it as the words of a design need; fetched from our own site. */
export async function fontsFor(design: Design): Promise<EmbeddedFont[]> {
  const words = JSON.stringify([design.about, design.brief, design.blocks, design.flows, design.groups])
  const needed = SUBSETS.filter(({ letters }) => letters.test(words))
  return Promise.all(
    needed.map(async ({ url, unicodeRange }) => ({ family: 'Inter', data: await base64Of(url), unicodeRange })),
  )
}

async function base64Of(url: string): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer())
  let text = ''
  // In pieces: a call takes some ten thousand arguments at most.
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192))
  return btoa(text)
}
