import { FLOW_NAMES } from '../kinds/flow-kinds'
import { kindOf } from '../kinds/index'
import { STEP_NAMES } from '../kinds/steps'
import { type Block, type Design, type Flow, type Id, lookUp, STEPS } from '../model/design'
import { oneLine } from './text'

/**
 * A design in words, for people who do not see the drawing: how much there is, the blocks by step, then every flow.
 * With `only`, just those blocks and the flows between them.
 */
export function describe(design: Design, only?: ReadonlySet<Id>): string {
  const isIn = (id: Id) => only === undefined || only.has(id)
  const blocks = Object.values(design.blocks).filter(block => isIn(block.id))
  const system = blocks.filter(block => !['note', 'brief-card'].includes(block.kind))
  const flows = Object.values(design.flows).filter(flow => isIn(flow.source) && isIn(flow.target))
  const byStep = STEPS.map(step => [step, system.filter(block => kindOf(block.kind).step === step)] as const)
  return [
    `${counted(system.length, 'block')}, ${counted(flows.length, 'flow')}.`,
    ...byStep.flatMap(([step, found]) => (found.length > 0 ? [`${STEP_NAMES[step]}: ${listed(found)}.`] : [])),
    ...flows.map(flow => `${flowInWords(design, flow)}.`),
  ].join(' ')
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function listed(blocks: readonly Block[]): string {
  return blocks.map(nameOf).join(', ')
}

function nameOf(block: Block | undefined): string {
  return block ? oneLine(block.label) || kindOf(block.kind).name : ''
}

function flowInWords(design: Design, flow: Flow): string {
  const kind = Object.hasOwn(FLOW_NAMES, flow.kind) ? FLOW_NAMES[flow.kind as keyof typeof FLOW_NAMES].name : flow.kind
  const [source, target] = [flow.source, flow.target].map(id => nameOf(lookUp(design.blocks, id)))
  const label = oneLine(flow.label ?? '')
  return `${source} to ${target}: ${kind.toLowerCase()}${label === '' ? '' : `, ${label}`}`
}
