import type { ElkEdgeSection, ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js'
import { FLOW_KINDS, type Flow, type FlowKind, type Id, type Point } from '../model/design'
import type { Recipe } from './elk-recipes'
import { FRAME_PADDING, LABEL_BAND } from './frames'
import type { Part, Parts } from './parts'
import type { Rect } from './rect'

/** What ELK gave back, in its own fractions of pixels. */
export interface ElkResult {
  readonly blocks: ReadonlyMap<Id, Rect>
  readonly frames: ReadonlyMap<Id, Rect>
  readonly lines: ReadonlyMap<Id, readonly Point[]>
}

const SPACING = {
  'elk.spacing.nodeNode': '40',
  'elk.layered.spacing.nodeNodeBetweenLayers': '40',
  'elk.spacing.edgeEdge': '8',
  'elk.spacing.edgeNode': '12',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '8',
  'elk.layered.spacing.edgeNodeBetweenLayers': '12',
  'elk.spacing.componentComponent': '48',
}

const PADDING = `[top=${FRAME_PADDING + LABEL_BAND},left=${FRAME_PADDING},bottom=${FRAME_PADDING},right=${FRAME_PADDING}]`

/**
 * How much a flow wants to keep its direction, to be straight and to be short. With these, requests bend about a fifth
 * less over fifteen documented designs; nothing else changes much.
 */
const PRIORITY: Readonly<Record<FlowKind, readonly [direction: number, straightness: number, shortness: number]>> = {
  request: [10, 10, 10],
  data: [8, 6, 5],
  stream: [8, 6, 5],
  artifact: [6, 4, 3],
  async: [4, 2, 2],
  fallback: [2, 1, 2],
  feedback: [0, 0, 1],
  trigger: [0, 0, 1],
  metric: [1, 0, 1],
}

/** The parts as ELK wants them, groups as compound nodes. Ids get a prefix by table, so that they never clash. */
export function elkGraph(parts: Parts, { options, hasPriorities }: Recipe): ElkNode {
  const hasGroups = parts.groups.length > 0
  const nodes = new Map<Id, ElkNode>()
  for (const group of parts.groups)
    nodes.set(group.id, { id: `g:${group.id}`, children: [], layoutOptions: { ...SPACING, 'elk.padding': PADDING } })
  const root: ElkNode = {
    id: 'root',
    children: [],
    edges: parts.flows.map(flow =>
      hasPriorities ? { ...elkEdge(flow), layoutOptions: priorityOf(flow) } : elkEdge(flow),
    ),
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.edgeRouting': 'ORTHOGONAL',
      'elk.json.edgeCoords': 'ROOT',
      'elk.json.shapeCoords': 'ROOT',
      'elk.aspectRatio': '1.6',
      ...SPACING,
      ...(hasGroups ? { 'elk.hierarchyHandling': 'INCLUDE_CHILDREN' } : {}),
      ...options,
    },
  }
  const inside = (group: Id | undefined) => (group === undefined ? root : (nodes.get(group) ?? root)).children
  for (const group of parts.groups) inside(group.group)?.push(nodes.get(group.id) as ElkNode)
  for (const block of parts.blocks) inside(block.group)?.push(elkBlock(block))
  return root
}

function elkBlock({ id, width, height }: Part): ElkNode {
  return { id: `b:${id}`, width, height }
}

function elkEdge({ id, source, target }: Flow): ElkExtendedEdge {
  return { id: `f:${id}`, sources: [`b:${source}`], targets: [`b:${target}`] }
}

function priorityOf({ kind }: Flow): Record<string, string> {
  const known = FLOW_KINDS.find(each => each === kind)
  const [direction, straightness, shortness] = known ? PRIORITY[known] : [1, 1, 1]
  return {
    'elk.layered.priority.direction': String(direction),
    'elk.layered.priority.straightness': String(straightness),
    'elk.layered.priority.shortness': String(shortness),
  }
}

/** Reads the places and lines of a graph that ELK has laid out; flows without a route are missing. */
export function readElk(root: ElkNode): ElkResult {
  const blocks = new Map<Id, Rect>()
  const frames = new Map<Id, Rect>()
  const open = [...(root.children ?? [])]
  for (let node = open.pop(); node; node = open.pop()) {
    const { id, x = Number.NaN, y = Number.NaN, width = Number.NaN, height = Number.NaN } = node
    const places = id.startsWith('g:') ? frames : blocks
    places.set(id.slice(2), { x, y, width, height })
    open.push(...(node.children ?? []))
  }
  const lines = new Map<Id, readonly Point[]>()
  for (const edge of root.edges ?? []) {
    const section = edge.sections?.[0]
    if (section) lines.set(edge.id.slice(2), lineOf(section))
  }
  return { blocks, frames, lines }
}

function lineOf(section: ElkEdgeSection): Point[] {
  return [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map(({ x, y }) => ({ x, y }))
}
