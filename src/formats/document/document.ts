import { loadsIn } from '../../budget/capacity'
import { slowestRequest } from '../../budget/latency'
import { describe } from '../../drawing/describe'
import { graphOf } from '../../graph/graph'
import { BRIEF_FIELDS } from '../../kinds/brief'
import { formatNumber } from '../../kinds/figures'
import { FLOW_NAMES } from '../../kinds/flow-kinds'
import { fieldOfKind, kindOf } from '../../kinds/index'
import { STEP_NAMES, stepNumber } from '../../kinds/steps'
import { formatProp } from '../../kinds/values'
import {
  type Block,
  type Design,
  type FlowKind,
  type Id,
  lookUp,
  type PropValue,
  STEPS,
  type Step,
} from '../../model/design'
import { analyse } from '../../rules/analyse'
import type { Finding } from '../../rules/rule'
import { parseMarkdown } from '../markdown'
import { decisionRows } from './decisions'
import { numberRows } from './numbers'
import { heading, type Part, paragraph, tableUnder } from './parts'

/**
 * A design as a document for a review: title, picture, brief by step, numbers with their arithmetic, blocks and flows,
 * what was decided and accepted and why, what is still open. What a design does not say is left out.
 */
export function documentOf(design: Design): readonly Part[] {
  const { title, summary = '', author = '' } = design.about.design
  const { findings, waived, score } = analyse(design, { review: true })
  return [
    heading(1, title || 'Untitled design'),
    ...(summary ? [paragraph(summary)] : []),
    ...(author ? [paragraph(`By ${author}`)] : []),
    ...(Object.values(design.blocks).some(block => block.at)
      ? [{ kind: 'picture', title, description: describe(design) } as const]
      : []),
    ...briefParts(design),
    ...metricParts(design),
    ...tableUnder(heading(2, 'Numbers'), ['Number', 'Value', 'Limit', 'Arithmetic'], numberRows(design)),
    ...pathParts(design),
    ...blockParts(design),
    ...flowParts(design),
    ...tableUnder(heading(2, 'Decisions'), ['Where', 'Question', 'Choice', 'Gains', 'Costs'], decisionRows(design)),
    ...tradeoffParts(design),
    ...tableUnder(
      heading(2, 'Accepted findings'),
      ['Rule', 'Where', 'Reason'],
      waived.map(({ waiver, gone }) => [
        waiver.rule,
        gone.length > 0 ? 'a block that is gone' : waiver.at.map(id => nameOf(design, id)).join(', ') || 'everywhere',
        waiver.reason,
      ]),
    ),
    ...tableUnder(
      heading(2, 'Open findings'),
      ['Severity', 'Step', 'Finding', 'Rule'],
      findings.map(finding => [finding.severity, stepName(finding), finding.message, finding.rule]),
    ),
    ...(score.mean === null ? [] : [paragraph(coverageSentence(findings.length, score))]),
  ]
}

function coverageSentence(open: number, { mean, weakest, steps }: ReturnType<typeof analyse>['score']): string {
  const worst = weakest && mean !== 100 ? `, weakest step ${STEP_NAMES[weakest]} ${steps[weakest]?.score ?? 0}` : ''
  return `${open === 0 ? 'No finding is open' : `${open} ${open === 1 ? 'finding is' : 'findings are'} open`}; coverage ${mean} of 100${worst}. Coverage counts what is drawn; it does not judge the people who drew it.`
}

function briefParts(design: Design): readonly Part[] {
  const brief = design.brief.design
  const steps = STEPS.flatMap(step => stepParts(brief, step))
  return steps.length === 0 ? [] : [heading(2, 'Brief'), ...steps]
}

function stepParts(brief: Design['brief']['design'], step: Step): readonly Part[] {
  const rows = BRIEF_FIELDS.filter(field => field.step === step && !METRIC_FIELDS.includes(field.key)).flatMap(
    field => {
      const value = brief[field.key] as PropValue | undefined
      return value === undefined
        ? []
        : [[field.label, typeof value === 'boolean' ? yesNo(value) : formatProp(field, value)]]
    },
  )
  const notes = brief.notes?.[step]?.trim() ?? ''
  if (rows.length === 0 && notes === '') return []
  return [
    heading(3, `${stepNumber(step)} ${STEP_NAMES[step]}`),
    ...(rows.length === 0 ? [] : [{ kind: 'table', head: ['Question', 'Answer'], rows } as const]),
    ...(notes === '' ? [] : [{ kind: 'note', lines: parseMarkdown(notes) } as const]),
  ]
}

const METRIC_FIELDS = ['offlineMetrics', 'onlineMetrics', 'guardrailMetrics']

function metricParts(design: Design): readonly Part[] {
  const brief = design.brief.design
  const items = METRIC_FIELDS.flatMap(key => {
    const value = brief[key]
    const label = BRIEF_FIELDS.find(field => field.key === key)?.label ?? key
    if (!Array.isArray(value) || value.length === 0) return []
    return [
      [
        { kind: 'strong', spans: [{ kind: 'text', text: label }] } as const,
        { kind: 'text', text: `: ${value.join('; ')}` } as const,
      ],
    ]
  })
  return items.length === 0 ? [] : [heading(2, 'Metrics'), { kind: 'list', items }]
}

/** The slowest request path block by block, with load against capacity. */
function pathParts(design: Design): readonly Part[] {
  const graph = graphOf(design)
  const slowest = slowestRequest(graph)
  if (!slowest || slowest.value === 0) return []
  const loads = new Map(loadsIn(graph).map(load => [load.block.id, load]))
  const rows = slowest.parts.map(({ block, ms }) => {
    const load = loads.get(block.id)
    return [
      nameOf(design, block.id),
      formatNumber(ms, 'ms'),
      load ? formatNumber(load.demand, 'requests/s') : '',
      load ? formatNumber(load.capacity, 'requests/s') : '',
    ]
  })
  return tableUnder(heading(2, 'Slowest request path'), ['Block', 'p99', 'Peak load', 'Capacity'], rows)
}

function blockParts(design: Design): readonly Part[] {
  const blocks = graphOf(design).blocks
  const rows = [...blocks]
    .sort((a, b) => stepOf(a) - stepOf(b) || (a.id < b.id ? -1 : 1))
    .map(block => [
      nameOf(design, block.id),
      kindOf(block.kind).name,
      (block.group && lookUp(design.groups, block.group)?.label) || '',
      propsText(block),
    ])
  return tableUnder(heading(2, 'Blocks'), ['Block', 'Kind', 'Room', 'Properties'], rows)
}

function propsText(block: Block): string {
  return Object.entries(block.props)
    .map(([key, value]) => {
      const field = fieldOfKind(kindOf(block.kind), key)
      if (!field) return `${key}: ${String(value)}`
      return typeof value === 'boolean' ? formatProp(field, value) : `${field.label}: ${formatProp(field, value)}`
    })
    .join('; ')
}

function flowParts(design: Design): readonly Part[] {
  const rows = graphOf(design).flows.map(flow => [
    nameOf(design, flow.source),
    nameOf(design, flow.target),
    FLOW_NAMES[flow.kind as FlowKind]?.name ?? flow.kind,
    flow.label ?? '',
  ])
  return tableUnder(heading(2, 'Flows'), ['From', 'To', 'Kind', 'Label'], rows)
}

/** What the notes on the drawing and at its blocks say. */
function tradeoffParts(design: Design): readonly Part[] {
  const blocks = Object.values(design.blocks).sort((a, b) => (a.id < b.id ? -1 : 1))
  const notes = blocks.filter(block => block.kind === 'note' && block.label.trim() !== '')
  const parts = [
    ...notes.map((note): Part => ({ kind: 'note', lines: parseMarkdown(note.label) })),
    ...blocks.flatMap((block): readonly Part[] => {
      const text = block.notes?.trim() ?? ''
      return text === '' ? [] : [heading(3, nameOf(design, block.id)), { kind: 'note', lines: parseMarkdown(text) }]
    }),
  ]
  return parts.length === 0 ? [] : [heading(2, 'Notes and trade-offs'), ...parts]
}

function nameOf(design: Design, id: Id): string {
  const block = lookUp(design.blocks, id)
  return block ? block.label.trim() || kindOf(block.kind).name : ''
}

function stepOf(block: Block): number {
  return stepNumber(kindOf(block.kind).step)
}

function stepName({ step }: Finding): string {
  return step === 'diagram' ? 'Diagram' : STEP_NAMES[step]
}

function yesNo(value: boolean): string {
  return value ? 'yes' : 'no'
}
