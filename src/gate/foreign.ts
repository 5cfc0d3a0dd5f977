import type { Json } from '../model/design'
import type { Problem } from '../model/problem'
import type { Raw } from './migrations'

const WE_OPEN = 'Groundplan opens its own designs: files named NAME.groundplan.json, and plan text.'

/** Beginnings of texts that are not JSON, and what they are; the first that fits tells. */
const BEGINNINGS: readonly (readonly [begins: RegExp, what: string])[] = [
  [/^<mxfile|^<mxGraphModel/i, 'a draw.io diagram'],
  [/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?(?:<!doctype svg[^>]*>\s*)?<svg/i, 'an SVG picture'],
  [/^<!doctype html|^<html|^<head|^<body/i, 'a web page (HTML)'],
  [/^</, 'an XML file'],
  [/^.?PNG\r?\n/u, 'a PNG picture'],
  [/^%PDF-/, 'a PDF file'],
  [/^PK[^\s\w]/, 'a ZIP archive'],
  [
    /^(?:---\s[\s\S]{0,2000}?---\s+)?(?:%%[^\n]*\n\s*)*(?:flowchart|graph)\s+(?:TB|TD|BT|RL|LR)\b/,
    'a Mermaid flowchart',
  ],
  [/^(?:sequenceDiagram|classDiagram|stateDiagram|erDiagram|gantt|mindmap|C4Context)\b/, 'a Mermaid diagram'],
  [/^@start(?:uml|mindmap|json)\b/, 'a PlantUML diagram'],
  [/^(?:strict\s+)?(?:di)?graph\s+[^\n{]*\{/, 'a Graphviz graph'],
]

/** Fields that tell other programs' JSON; the first that fits tells. */
const SHAPES: readonly (readonly [fits: (raw: Raw) => boolean, what: string])[] = [
  [raw => raw.type === 'excalidraw' || raw.type === 'excalidraw/clipboard', 'an Excalidraw drawing'],
  [raw => 'tldrawFileFormatVersion' in raw, 'a tldraw drawing'],
  [raw => has(raw, 'nbformat', 'cells'), 'a Jupyter notebook'],
  [raw => has(raw, 'lockfileVersion'), 'a package-lock.json of npm'],
  [
    raw => has(raw, 'name') && anyOf(raw, 'dependencies', 'devDependencies', 'scripts', 'version'),
    'a package.json of npm',
  ],
  [raw => has(raw, 'compilerOptions'), 'a tsconfig.json of TypeScript'],
  [raw => anyOf(raw, 'openapi', 'swagger'), 'an OpenAPI description'],
  [raw => isOf(raw.$schema, 'json-schema.org'), 'a JSON Schema'],
  [raw => isOf(raw.$schema, 'vega.github.io'), 'a Vega chart'],
  [raw => has(raw, 'summary', 'detail'), 'a Threat Dragon model'],
  [raw => raw.type === 'FeatureCollection' || raw.type === 'Feature', 'a GeoJSON map'],
  [raw => has(raw, 'runs', 'version'), 'a SARIF report'],
  [raw => has(raw, 'nodes', 'edges'), 'a graph of another program (nodes and edges)'],
]

/** Says what a text is that cannot be a design as it is no JSON object; null when it may be one. */
export function foreignText(text: string): Problem | null {
  const start = text.slice(0, 4000).trimStart()
  if (start === '' && text.trim() === '') return { path: '', message: 'This file is empty.', hint: WE_OPEN }
  if (start.startsWith('{') || start === '') return null
  if (/^[["\d-]|^(?:true|false|null)\b/.test(start) && !start.startsWith('---')) return null
  const [, what] = BEGINNINGS.find(([begins]) => begins.test(start)) ?? []
  return whole(what ? `This looks like ${what}, not like a design.` : 'This is no design: a design file is JSON.')
}

/** Says what JSON is that is no design, as it has no `schema` number and none of our tables; null when it may be one. */
export function foreignJson(raw: Json): Problem | null {
  if (Array.isArray(raw)) return whole('This is a JSON list, not a design.')
  if (typeof raw !== 'object' || raw === null) return whole('This is a single JSON value, not a design.')
  const map = raw as Raw
  if (anyOf(map, 'schema') && anyOf(map, 'about', 'brief', 'blocks')) return null
  const [, what] = SHAPES.find(([fits]) => fits(map)) ?? []
  if (what) return whole(`This looks like ${what}, not like a design.`)
  if (anyOf(map, 'schema', 'blocks')) return null
  return whole('This is JSON of another program: it has no “schema” and no “blocks”.')
}

function whole(message: string): Problem {
  return { path: '', message, hint: WE_OPEN }
}

function has(raw: Raw, ...keys: string[]): boolean {
  return keys.every(key => Object.hasOwn(raw, key))
}

function anyOf(raw: Raw, ...keys: string[]): boolean {
  return keys.some(key => Object.hasOwn(raw, key))
}

function isOf(value: Json | undefined, host: string): boolean {
  return typeof value === 'string' && value.includes(host)
}
