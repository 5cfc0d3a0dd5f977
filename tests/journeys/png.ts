import { inflateSync } from 'node:zlib'

/** A decoded picture: four bytes a pixel, red green blue alpha, from the top left. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

/** Decodes a PNG of 8 bits a channel, with or without alpha, not interlaced: what a canvas writes. */
export function decodePng(bytes: Buffer): Picture {
  let at = 8
  let width = 0
  let height = 0
  let channels = 4
  const parts: Buffer[] = []
  while (at < bytes.length) {
    const length = bytes.readUInt32BE(at)
    const name = bytes.toString('latin1', at + 4, at + 8)
    const data = bytes.subarray(at + 8, at + 8 + length)
    if (name === 'IHDR') {
      width = data.readUInt32BE(0)
      height = data.readUInt32BE(4)
      if (data[8] !== 8 || data[12] !== 0) throw new Error('Only 8 bits a channel, not interlaced')
      channels = data[9] === 6 ? 4 : 3
    } else if (name === 'IDAT') parts.push(data)
    at += 12 + length
  }
  return { width, height, pixels: unfiltered(inflateSync(Buffer.concat(parts)), width, height, channels) }
}

function unfiltered(raw: Buffer, width: number, height: number, channels: number): Uint8Array {
  const stride = width * channels
  const lines = new Uint8Array(stride * height)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)]
    for (let x = 0; x < stride; x++) {
      const left = x >= channels ? (lines[y * stride + x - channels] ?? 0) : 0
      const up = y > 0 ? (lines[(y - 1) * stride + x] ?? 0) : 0
      const corner = x >= channels && y > 0 ? (lines[(y - 1) * stride + x - channels] ?? 0) : 0
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0
      lines[y * stride + x] = ((raw[y * (stride + 1) + 1 + x] ?? 0) + guess) & 255
    }
  }
  if (channels === 4) return lines
  const pixels = new Uint8Array(width * height * 4).fill(255)
  for (let i = 0; i < width * height; i++) pixels.set(lines.subarray(i * 3, i * 3 + 3), i * 4)
  return pixels
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

/** The colour of a pixel as `[red, green, blue, alpha]`. */
export function pixelAt(picture: Picture, x: number, y: number): [number, number, number, number] {
  const i = (Math.round(y) * picture.width + Math.round(x)) * 4
  const { pixels } = picture
  return [pixels[i] ?? 0, pixels[i + 1] ?? 0, pixels[i + 2] ?? 0, pixels[i + 3] ?? 0]
}

/** How many pixels around a place differ clearly from a colour. */
export function inkAround(picture: Picture, x: number, y: number, radius: number, ground: readonly number[]): number {
  let inked = 0
  for (let dy = -radius; dy <= radius; dy++)
    for (let dx = -radius; dx <= radius; dx++) {
      const colour = pixelAt(picture, x + dx, y + dy)
      if (colour.some((value, i) => Math.abs(value - (ground[i] ?? 0)) > 24)) inked += 1
    }
  return inked
}
