import { type Design, type Flow, type Id, lookUp, type Point } from '../model/design'
import { byOrder } from '../model/order'
import { badgeBox, badgeSvg } from './badge.svg'
import { blockSvg } from './block.svg'
import { cardOf } from './card'
import { flowSvg } from './flow.svg'
import { type Box, grown, isWithin } from './geometry'
import { collapsedSvg, roomSvg } from './group.svg'
import { holdsOf } from './holds'
import type { FlowLabel } from './label'
import { legendSvg } from './legend.svg'
import { element } from './markup'
import { noteSvg } from './note.svg'
import type { DrawOptions } from './options'
import type { Palette } from './palette'
import type { Routes } from './router'
import type { Scene } from './scene'
import { waiversSvg } from './waivers.svg'

/** What is drawn, worked out once for all its pieces. */
export interface Picture {
  readonly design: Design
  readonly options: DrawOptions
  readonly palette: Palette
  readonly scene: Scene
  readonly routes: Routes
  readonly hops: ReadonlyMap<Id, readonly Point[]>
  readonly labels: ReadonlyMap<Id, FlowLabel>
}

/** The markup of one thing and what it covers. */
export interface Piece {
  readonly svg: string
  readonly boxes: readonly Box[]
}

/** Rooms, outer ones first. */
export function roomPieces({ design, scene, palette, options }: Picture): Piece[] {
  return [...scene.rooms].flatMap(([id, box]) => {
    if (!isShown(options, id)) return []
    const svg = roomSvg(lookUp(design.groups, id)?.label ?? '', options.totals?.get(id), box, palette)
    return [{ svg: element('g', { 'data-group': id }, svg), boxes: [box] }]
  })
}

/** Flows whose two blocks are shown, later ones over earlier ones. */
export function flowPieces(picture: Picture): Piece[] {
  const { hops, labels, palette } = picture
  return shownFlows(picture).map(({ flow, line }) => {
    const label = labels.get(flow.id)
    const surface = label ? surfaceBehind(picture, label.patch) : null
    const svg = flowSvg({ kind: flow.kind, line, hops: hops.get(flow.id) ?? [], label, surface }, palette)
    const boxes = [...line.map(aroundPoint), ...(label ? [label.patch] : [])]
    return { svg: element('g', { 'data-flow': flow.id }, svg), boxes }
  })
}

/** Blocks, notes, cards of the brief and collapsed rooms, each with its badge. */
export function blockPieces(picture: Picture): Piece[] {
  return [...collapsedRooms(picture), ...cards(picture)]
    .filter(({ id }) => isShown(picture.options, id))
    .sort(byOrder)
    .map(({ id, name, svg, box }) => {
      const badge = picture.options.marks?.get(id)
      const around = badge && badgeBox(badge, box)
      const surface = surfaceBehind(picture, box) ?? picture.palette['--canvas']
      const mark = badge ? badgeSvg(badge, box, surface, picture.palette) : ''
      return {
        svg: element('g', { [name]: id, transform: `translate(${box.x},${box.y})` }, svg, mark),
        boxes: around ? [box, { ...around, x: box.x + around.x, y: box.y + around.y }] : [box],
      }
    })
}

const LEGEND_GAP = 24
const LEGEND_WIDTH = 480

/** The legend of the kinds of flow that are shown, under everything else; null when there are none. */
export function legendPiece(picture: Picture, covered: Box): Piece | null {
  const kinds = new Set(shownFlows(picture).map(({ flow }) => flow.kind))
  const legend = legendSvg(kinds, Math.max(covered.width, LEGEND_WIDTH), picture.palette)
  if (!legend) return null
  const at = { x: covered.x, y: covered.y + covered.height + LEGEND_GAP }
  const svg = element('g', { transform: `translate(${at.x},${at.y})` }, legend.svg)
  return { svg, boxes: [{ ...legend.box, ...at }] }
}

/** The accepted findings with their reasons, under everything else; null when there are none. */
export function waiversPiece({ design, palette }: Picture, covered: Box): Piece | null {
  const list = waiversSvg(design, Math.max(covered.width, LEGEND_WIDTH), palette)
  if (!list) return null
  const at = { x: covered.x, y: covered.y + covered.height + LEGEND_GAP }
  return { svg: element('g', { transform: `translate(${at.x},${at.y})` }, list.svg), boxes: [{ ...list.box, ...at }] }
}

interface Solid {
  readonly id: Id
  readonly name: 'data-block' | 'data-group'
  readonly svg: string
  readonly box: Box
  readonly order: string
}

function cards({ design, scene, palette, options }: Picture): Solid[] {
  return [...scene.blocks].flatMap(([id, box]) => {
    const block = lookUp(design.blocks, id)
    if (!block) return []
    const card = cardOf(design, block)
    const svg =
      card.shape === 'note' ? noteSvg(card, box, palette) : blockSvg(card, box, palette, options.loads?.get(id))
    return [{ id, name: 'data-block' as const, svg, box, order: block.order ?? '' }]
  })
}

function collapsedRooms({ design, scene, palette, options }: Picture): Solid[] {
  return [...scene.collapsed].map(([id, box]) => {
    const group = lookUp(design.groups, id)
    const total = options.totals?.get(id) ?? ''
    const svg = collapsedSvg({ name: group?.label ?? '', holds: holdsOf(design, id), total }, box, palette)
    return { id, name: 'data-group' as const, svg, box, order: group?.order ?? '' }
  })
}

function shownFlows({
  design,
  scene,
  routes,
  options,
}: Picture): { readonly flow: Flow; readonly line: readonly Point[] }[] {
  return [...routes].flatMap(([id, line]) => {
    const flow = lookUp(design.flows, id)
    const ends = flow ? [flow.source, flow.target].map(end => scene.hiddenBy(end) ?? end) : []
    return flow && ends.every(end => isShown(options, end)) ? [{ flow, line }] : []
  })
}

function isShown({ only }: DrawOptions, id: Id): boolean {
  return only === undefined || only.has(id)
}

/** The colour under a box: of the room it is in, else of the canvas; null where nothing is painted. */
function surfaceBehind({ scene, options, palette }: Picture, box: Box): string | null {
  if ([...scene.rooms].some(([id, room]) => isShown(options, id) && isWithin(box, room))) return palette['--room']
  return options.background === false ? null : palette['--canvas']
}

/** Room for the marks and the width of a line. */
function aroundPoint({ x, y }: Point): Box {
  return grown({ x, y, width: 0, height: 0 }, 6)
}
