import { collapsedBox } from '../drawing/scene'
import { blockSize } from '../kinds'
import { type Block, type Design, type Group, type Id, lookUp } from '../model/design'
import { byId, type Rect, union } from './rect'

/** Pixels between the frame of a group and what it holds. */
export const FRAME_PADDING = 10

/** Pixels at the top of a frame for the name of the group, above its padding. */
export const LABEL_BAND = 24

/** Where a block stands, or null when it is not placed yet. */
export function rectOf(block: Block): Rect | null {
  return block.at ? { ...block.at, ...blockSize(block) } : null
}

/** The frame of a group as it is drawn now, or null when it has none yet. */
export function frameOf(group: Group): Rect | null {
  return group.at && group.size ? { ...group.at, ...group.size } : null
}

/** The place of a group as it is drawn: of a collapsed one that of its card. Null when it has none yet. */
export function placeOf(group: Group): Rect | null {
  const frame = frameOf(group)
  return frame && group.collapsed ? collapsedBox(frame) : frame
}

/** The frame that a group needs around one of its members. */
export function framed(member: Rect): Rect {
  return {
    x: member.x - FRAME_PADDING,
    y: member.y - FRAME_PADDING - LABEL_BAND,
    width: member.width + 2 * FRAME_PADDING,
    height: member.height + 2 * FRAME_PADDING + LABEL_BAND,
  }
}

/**
 * The groups around a block or group, innermost first, given the group it stands in.
 * Stops at a group that is missing and at the second sight of one.
 */
export function groupsAround(design: Design, group: Id | undefined): Group[] {
  const around: Group[] = []
  const seen = new Set<Id>()
  for (let id = group; id !== undefined && !seen.has(id); ) {
    seen.add(id)
    const next = lookUp(design.groups, id)
    if (!next) break
    around.push(next)
    id = next.group
  }
  return around
}

/**
 * The tightest frames of these groups and of the groups around them, for after their members have moved. A group without placed members is left out; an empty group inside another counts with the frame it has, and a
 * collapsed one with its card.
 */
export function frames(design: Design, groups: Iterable<Id>): ReadonlyMap<Id, Rect> {
  const wanted = new Set<Id>()
  for (const id of groups) for (const group of groupsAround(design, id)) wanted.add(group.id)
  const tight = tightFrames(design)
  return new Map([...tight].filter(([id]) => wanted.has(id)))
}

function tightFrames(design: Design): ReadonlyMap<Id, Rect> {
  const tight = new Map<Id, Rect>()
  for (const block of Object.values(design.blocks).sort(byId)) {
    const rect = rectOf(block)
    if (rect) grow(design, tight, block.group, rect)
  }
  for (const group of Object.values(design.groups).sort(byId)) {
    const rect = tight.has(group.id) ? null : placeOf(group)
    if (rect && group.group !== group.id) grow(design, tight, group.group, rect)
  }
  return tight
}

function grow(design: Design, tight: Map<Id, Rect>, group: Id | undefined, member: Rect): void {
  let held = member
  for (const around of groupsAround(design, group)) {
    held = union(tight.get(around.id), framed(held))
    tight.set(around.id, held)
    if (around.collapsed) held = collapsedBox(frameOf(around) ?? held)
  }
}
