import { frameOf, groupsAround, rectOf } from '../../src/layout/frames'
import { overlaps, type Rect } from '../../src/layout/rect'
import { runsThrough, segmentsOf } from '../../src/layout/segments'
import type { Design, Point } from '../../src/model/design'

/** What is wrong with where the blocks, lines and frames of a design stand, one sentence each. */
export function flaws(design: Design): string[] {
  return [
    ...blockFlaws(design),
    ...frameFlaws(design),
    ...Object.values(design.flows).flatMap(flow => lineFlaws(design, flow.id)),
  ]
}

export function blockFlaws(design: Design): string[] {
  const blocks = Object.values(design.blocks)
  const found = blocks.flatMap(({ id, at }) => {
    if (!at) return [`${id} has no place`]
    return at.x % 8 === 0 && at.y % 8 === 0 ? [] : [`${id} is off the grid at ${at.x}, ${at.y}`]
  })
  for (const [i, a] of blocks.entries())
    for (const b of blocks.slice(i + 1)) {
      const [one, other] = [rectOf(a), rectOf(b)]
      if (one && other && overlaps(one, other)) found.push(`${a.id} overlaps ${b.id}`)
    }
  return found
}

export function frameFlaws(design: Design): string[] {
  const found: string[] = []
  for (const group of Object.values(design.groups)) {
    const frame = frameOf(group)
    if (!frame) {
      found.push(`${group.id} has no frame`)
      continue
    }
    if (![frame.x, frame.y, frame.width, frame.height].every(Number.isInteger))
      found.push(`${group.id} is not in whole pixels`)
    for (const block of Object.values(design.blocks)) {
      const rect = rectOf(block)
      const isInside = groupsAround(design, block.group).includes(group)
      if (rect && isInside && !holds(frame, withBand(rect))) found.push(`${group.id} does not hold ${block.id}`)
      if (rect && !isInside && overlaps(frame, rect)) found.push(`${group.id} overlaps ${block.id}`)
    }
    for (const other of Object.values(design.groups)) {
      const rect = frameOf(other)
      if (!rect || other.id <= group.id) continue
      const isKin = groupsAround(design, other.id).includes(group) || groupsAround(design, group.id).includes(other)
      if (!isKin && overlaps(frame, rect)) found.push(`${group.id} overlaps ${other.id}`)
    }
  }
  return found
}

/** What a frame must hold around a block: 10 px, and 24 px more at the top for the name of the group. */
function withBand({ x, y, width, height }: Rect): Rect {
  return { x: x - 10, y: y - 34, width: width + 20, height: height + 44 }
}

function lineFlaws(design: Design, id: string): string[] {
  const flow = design.flows[id]
  const line = flow?.bends
  if (!flow || !line) return flow && flow.source !== flow.target ? [`${id} has no line`] : []
  const found: string[] = []
  if (!line.every(({ x, y }) => Number.isInteger(x) && Number.isInteger(y))) found.push(`${id} is not in whole pixels`)
  for (const [i, b] of line.entries()) {
    const a = line[i - 1]
    if (a && (a.x === b.x) === (a.y === b.y)) found.push(`${id} slants or stands still at ${b.x}, ${b.y}`)
  }
  for (const block of Object.values(design.blocks)) {
    const rect = rectOf(block)
    if (!rect) continue
    const end = block.id === flow.source ? line[0] : block.id === flow.target ? line.at(-1) : undefined
    if (end && !touches(end, rect)) found.push(`${id} does not touch ${block.id}`)
    if (segmentsOf(line).some(segment => runsThrough(segment, rect, 0))) found.push(`${id} runs through ${block.id}`)
  }
  return found
}

function touches({ x, y }: Point, rect: Rect): boolean {
  const isBeside = (x === rect.x || x === rect.x + rect.width) && y > rect.y && y < rect.y + rect.height
  const isAbove = (y === rect.y || y === rect.y + rect.height) && x > rect.x && x < rect.x + rect.width
  return isBeside || isAbove
}

function holds(outer: Rect, inner: Rect): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  )
}
