import { defaultFlowKind, FLOW_FIELDS } from '../kinds/flow-kinds'
import type { Field } from '../kinds/kind'
import { FLOW_KINDS, type Flow, type FlowKind, type Id } from '../model/design'
import { isId } from '../model/ids'
import type { Context } from './context'
import type { Name } from './cursor'
import { nearestId, nearestKind } from './declared'
import { ownName, ownText, type Pairs, pairsByKey, propsOf } from './fields'
import { nearest } from './nearest'
import type { Problems } from './place'
import type { Link } from './statements'
import { flowBase, idGiver } from './twins'
import { KEYWORDS, shown } from './words'

/** Keys behind an arrow that are the record's own; every other key is a property. */
export const OWN_OF_FLOW: readonly string[] = ['id', 'label']

/** The field of a flow's property, or undefined for a key that we do not know. */
export function flowField(key: string): Field | undefined {
  return FLOW_FIELDS.find(field => field.key === key)
}

/** Flows that a plan may draw: two lists of ids in one line multiply, so a short text could fill the memory. */
const MAX_FLOWS = 20_000

type Draft = Omit<Flow, 'id'> & { readonly id?: Id }

/** The flows of the plan, each with its id: the written one, or one made of its ends and its kind. */
export function readFlows(context: Context): Record<Id, Flow> {
  const drafts: Draft[] = []
  for (const statement of context.statements) {
    if (statement.type !== 'flows') continue
    for (const link of statement.links) {
      const count = link.sources.length * link.targets.length
      if (drafts.length + count > MAX_FLOWS) {
        const hint = `A plan draws at most ${MAX_FLOWS} flows.`
        context.problems.add(link.at, `Here the plan draws its flow number ${drafts.length + count}.`, hint)
        return {}
      }
      drafts.push(...readLink(link, context))
    }
  }
  return withIds(drafts, context)
}

function withIds(drafts: readonly Draft[], { declarations }: Context): Record<Id, Flow> {
  const taken = new Set(declarations.keys())
  const free = idGiver(taken)
  const flows = drafts.map(draft => {
    const id = draft.id ?? free(flowBase(draft.source, draft.kind, draft.target))
    taken.add(id)
    return { ...draft, id }
  })
  return Object.fromEntries(flows.map(flow => [flow.id, flow]))
}

function readLink(link: Link, context: Context): Draft[] {
  const { problems } = context
  const pairs = pairsByKey(link.pairs, problems)
  const label = ownText(pairs, 'label', problems)
  const props = propsOf(pairs, OWN_OF_FLOW, flowField, problems)
  const id = writtenId(pairs, link, context)
  const kind = link.kind === undefined ? undefined : flowKind(link.kind, link, problems)
  const sources = link.sources.filter(name => isBlock(name, context))
  const targets = link.targets.filter(name => isBlock(name, context))
  return sources.flatMap(({ text: source }) =>
    targets.map(({ text: target }) => ({
      ...(id === undefined ? {} : { id }),
      kind: kind ?? defaultKind(source, target, context),
      source,
      target,
      ...(label === undefined ? {} : { label }),
      ...(Object.keys(props).length > 0 ? { props } : {}),
    })),
  )
}

function defaultKind(source: Id, target: Id, { declarations }: Context): FlowKind {
  return defaultFlowKind(declarations.get(source)?.kind ?? source, declarations.get(target)?.kind ?? target)
}

function flowKind(word: string, { at }: Link, problems: Problems): FlowKind | undefined {
  const kind = FLOW_KINDS.find(known => known === word)
  if (!kind)
    problems.add(at, `“${shown(word)}” is no kind of flow.`, () => {
      const near = nearest(word, FLOW_KINDS)
      return near ? `Did you mean -${near}->?` : `One of ${FLOW_KINDS.join(', ')}.`
    })
  return kind
}

function writtenId(pairs: Pairs, { sources, targets }: Link, { problems }: Context): Id | undefined {
  const name = ownId(pairs, problems)
  const count = sources.length * targets.length
  if (name && count > 1)
    problems.add(name.at, `One id cannot name ${count} flows.`, 'Draw the flow with this id on a line of its own.')
  return name?.text
}

/** The id that a flow or a waiver gives itself. */
export function ownId(pairs: Pairs, problems: Problems): Name | undefined {
  const name = ownName(pairs, 'id', problems)
  if (name && KEYWORDS.has(name.text))
    problems.add(
      name.at,
      `“${name.text}” is a word of plan text, so it is no id.`,
      `Choose another, such as ${name.text}-1.`,
    )
  else if (name && !isId(name.text))
    problems.add(name.at, `“${shown(name.text)}” is no id.`, 'Letters and digits of ASCII, then also _ - . up to 200.')
  return name
}

/** Whether a word at the end of a flow is a block of the plan; otherwise the problem is kept. */
function isBlock({ text, at }: Name, { declarations, meant, problems }: Context): boolean {
  const declared = declarations.get(text)
  if (declared?.type === 'block') return true
  if (declared) {
    problems.add(at, `“${text}” is a ${declared.type}; a flow joins blocks.`, 'Name a block instead.')
    return false
  }
  if (meant.has(text)) return false
  problems.add(at, `“${text}” is not declared, and it is no kind of block.`, () => {
    const id = nearestId(text, 'block', declarations)
    const kind = nearestKind(text)
    const near = [...(id ? [id] : []), ...(kind && kind !== id ? [`the kind ${kind}`] : [])]
    return near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `Declare it: ${text} online-inference "A name"`
  })
  return false
}
