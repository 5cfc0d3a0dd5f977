import { toBlob } from 'html-to-image'
import type { EmbeddedFont } from '../../drawing/draw'
import { screenFailures } from '../messages/en'
import { realScale } from './picture'

/** The canvas as the person sees it, without the controls over it; null when no canvas is on screen. */
export function canvasOnScreen(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[data-canvas] .react-flow')
}

/** Parts of the canvas that belong to the hand, not to the picture: ports, selection frames. */
const NOT_DRAWN = ['react-flow__handle', 'react-flow__panel', 'react-flow__nodesselection', 'react-flow__selection']

/** The canvas as it is on screen as PNG bytes, `scale` pixels of the picture for each pixel of the screen. */
export async function pngOfScreen(element: HTMLElement, fonts: readonly EmbeddedFont[], scale: number): Promise<Blob> {
  const { clientWidth: width, clientHeight: height } = element
  const blob = await toBlob(element, {
    width,
    height,
    pixelRatio: realScale(width, height, scale),
    backgroundColor: getComputedStyle(document.documentElement).getPropertyValue('--canvas').trim(),
    // All subsets of the font would weigh a megabyte: only those that the words need.
    fontEmbedCSS: fonts.map(faceOf).join('\n'),
    filter: node => !NOT_DRAWN.some(name => node instanceof Element && node.classList.contains(name)),
  })
  if (!blob) throw new Error(screenFailures.empty)
  return blob
}

function faceOf({ data, unicodeRange }: EmbeddedFont): string {
  const range = unicodeRange ? `unicode-range:${unicodeRange};` : ''
  return `@font-face{font-family:'Inter Variable';font-weight:100 900;${range}src:url(data:font/woff2;base64,${data}) format('woff2')}`
}
