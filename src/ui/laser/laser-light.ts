import type { Point } from '../../model/design'
import { isMotionReduced } from '../session/motion'
import { alive, type Mark, piecesOf } from './trail'

/** Pixels across of the dot itself and of its glow. */
const DOT = 10
const GLOW = 22

/** What begins a drag of a block or of the canvas; a stroke of the laser is neither. */
const STARTS = ['pointerdown', 'mousedown', 'touchstart'] as const

/** Draws the light of a laser that follows the pointer over `screen`, until the function that it returns is called. */
export function drawLaser(screen: HTMLElement, picture: HTMLCanvasElement): () => void {
  const hasTrail = !isMotionReduced()
  let trail: readonly Mark[] = []
  let dot: Point | null = null
  let frame = 0
  const placeOf = (event: PointerEvent): Point => {
    const box = screen.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  const paint = () => {
    frame = 0
    const now = performance.now()
    trail = alive(trail, now)
    screen.dataset.trail = String(trail.length)
    paintLight(picture, trail, dot, now)
    if (trail.length > 0) again()
  }
  const again = () => {
    if (frame === 0) frame = requestAnimationFrame(paint)
  }
  const onMove = (event: PointerEvent) => {
    dot = placeOf(event)
    const isStroke = (event.buttons & 1) === 1
    if (hasTrail && isStroke) {
      const isFirst = event.type === 'pointerdown' || trail.length === 0
      trail = [...trail, { ...dot, at: performance.now(), isFirst }]
    }
    again()
  }
  const onGone = (event: PointerEvent) => {
    if (event.type === 'pointerleave' || event.pointerType === 'touch') dot = null
    again()
  }
  const keep = (event: Event) => {
    const isOther = event instanceof MouseEvent && event.button !== 0
    const isPinch = 'touches' in event && (event as TouchEvent).touches.length > 1
    if (!isOther && !isPinch) event.stopPropagation()
  }
  const size = new ResizeObserver(() => {
    sharpen(picture, screen)
    again()
  })
  size.observe(screen)
  for (const name of STARTS) screen.addEventListener(name, keep)
  screen.addEventListener('pointerdown', onMove)
  screen.addEventListener('pointermove', onMove)
  for (const name of ['pointerup', 'pointercancel', 'pointerleave'] as const) screen.addEventListener(name, onGone)
  return () => {
    cancelAnimationFrame(frame)
    size.disconnect()
  }
}

/** As many pixels as the screen has under it. */
function sharpen(picture: HTMLCanvasElement, screen: HTMLElement): void {
  picture.width = Math.round(screen.clientWidth * devicePixelRatio)
  picture.height = Math.round(screen.clientHeight * devicePixelRatio)
}

function paintLight(picture: HTMLCanvasElement, trail: readonly Mark[], dot: Point | null, now: number): void {
  const pen = picture.getContext('2d')
  if (!pen) return
  // The colour comes from the style sheet, with the theme.
  const colour = getComputedStyle(picture).color
  pen.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0)
  pen.clearRect(0, 0, picture.width, picture.height)
  pen.lineCap = 'round'
  pen.strokeStyle = colour
  pen.fillStyle = colour
  for (const { from, to, width, density } of piecesOf(trail, now)) {
    pen.globalAlpha = density
    pen.lineWidth = width
    pen.beginPath()
    pen.moveTo(from.x, from.y)
    pen.lineTo(to.x, to.y)
    pen.stroke()
  }
  if (!dot) return
  for (const [across, density] of [
    [GLOW, 0.25],
    [DOT, 1],
  ] as const) {
    pen.globalAlpha = density
    pen.beginPath()
    pen.arc(dot.x, dot.y, across / 2, 0, 2 * Math.PI)
    pen.fill()
  }
}
