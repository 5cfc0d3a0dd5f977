import { BpmnModdle } from 'bpmn-moddle'
import { Linter } from 'bpmnlint'
import recommended from 'bpmnlint/config/recommended.js'
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js'
import { invariant } from '../src/model/invariant'

/** How many rules bpmnlint recommends. */
export const BPMN_RULES = Object.keys(recommended.rules).length

/** Flow nodes of one stretch of the process: a decision between two tasks, and where they meet again. */
const STRETCH = 4

interface Node {
  readonly tag: string
  readonly id: string
  readonly x: number
  readonly y: number
}

/** A process of that many flow nodes with its drawing, as one would write it in BPMN; read once, linted many times. */
export async function processOf(size: number): Promise<{ readonly root: object; readonly flows: number }> {
  const stretches = Math.floor((size - 2) / STRETCH)
  const nodes: Node[] = [node('startEvent', 'start', 0, 0)]
  const flows: (readonly [from: string, to: string, name?: string])[] = []
  for (let i = 0; i < stretches; i++) {
    nodes.push(
      node('exclusiveGateway', `split${i}`, 3 * i + 1, 0),
      node('task', `left${i}`, 3 * i + 2, 0),
      node('task', `right${i}`, 3 * i + 2, 1),
      node('exclusiveGateway', `join${i}`, 3 * i + 3, 0),
    )
    flows.push([i === 0 ? 'start' : `join${i - 1}`, `split${i}`])
    flows.push([`split${i}`, `left${i}`, 'yes'], [`split${i}`, `right${i}`, 'no'])
    flows.push([`left${i}`, `join${i}`], [`right${i}`, `join${i}`])
  }
  nodes.push(node('endEvent', 'end', 3 * stretches + 1, 0))
  flows.push([`join${stretches - 1}`, 'end'])
  const { rootElement, warnings } = await new BpmnModdle().fromXML(documentOf(nodes, flows))
  invariant(warnings.length === 0, `The process does not read cleanly: ${warnings.length} warnings.`)
  return { root: rootElement, flows: flows.length }
}

/**
 * How many findings the rules have that bpmnlint recommends. A linter of its own each time: one of the rules remembers
 * the flows of the last run and would call each of them a duplicate.
 */
export async function bpmnlint(root: object): Promise<number> {
  const linter = new Linter({ resolver: new NodeResolver() })
  const findings = await linter.lint(root, { extends: 'bpmnlint:recommended' })
  return Object.values(findings).flat().length
}

function node(tag: string, id: string, column: number, row: number): Node {
  return { tag, id, x: column * 160, y: row * 120 }
}

function documentOf(nodes: readonly Node[], flows: readonly (readonly [string, string, string?])[]): string {
  const ends = new Map(nodes.map(({ id }) => [id, [] as string[]]))
  for (const [i, [from, to]] of flows.entries()) {
    ends.get(from)?.push(`<outgoing>f${i}</outgoing>`)
    ends.get(to)?.unshift(`<incoming>f${i}</incoming>`)
  }
  const parts = [
    ...nodes.map(({ tag, id }) => `<${tag} id="${id}"${nameOf(tag, id)}>${ends.get(id)?.join('')}</${tag}>`),
    ...flows.map(
      ([from, to, name], i) =>
        `<sequenceFlow id="f${i}"${name ? ` name="${name}"` : ''} sourceRef="${from}" targetRef="${to}"/>`,
    ),
  ]
  const shapes = nodes.map(
    ({ id, x, y }) =>
      `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="100" height="80"/></bpmndi:BPMNShape>`,
  )
  const edges = flows.map(
    (_, i) =>
      `<bpmndi:BPMNEdge id="f${i}_di" bpmnElement="f${i}"><di:waypoint x="0" y="0"/><di:waypoint x="9" y="9"/></bpmndi:BPMNEdge>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" targetNamespace="bench">
<process id="process" isExecutable="false">${parts.join('')}</process>
<bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="process">${[...shapes, ...edges].join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</definitions>`
}

/** A gateway that joins has no name: bpmnlint calls one superfluous. */
function nameOf(tag: string, id: string): string {
  return tag === 'exclusiveGateway' && id.startsWith('join') ? '' : ` name="${id}"`
}
