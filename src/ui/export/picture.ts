import { pictureFailures as failures } from '../messages/en'

/** Longest side in pixels that a canvas of the browser takes; beyond it pictures would be shrunk without a word. */
const MOST_PIXELS = 16_384

/** The factor that is really used for a picture of that size: as asked, or less where the browser has its limit. */
export function realScale(width: number, height: number, scale: number): number {
  return Math.min(scale, MOST_PIXELS / Math.max(width, height, 1))
}

/** An SVG as PNG bytes, `scale` pixels of the picture for each canvas pixel. */
export async function pngOf(svg: string, width: number, height: number, scale: number): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = await loaded(url)
    const canvas = document.createElement('canvas')
    const factor = realScale(width, height, scale)
    canvas.width = Math.max(1, Math.round(width * factor))
    canvas.height = Math.max(1, Math.round(height * factor))
    const context = canvas.getContext('2d')
    if (!context) throw new Error(failures.noContext)
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await bytesOf(canvas)
  } finally {
    URL.revokeObjectURL(url)
  }
}

function loaded(url: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = () => reject(new Error(failures.notDrawn))
    image.src = url
  })
}

function bytesOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error(failures.tooLarge))), 'image/png'),
  )
}
