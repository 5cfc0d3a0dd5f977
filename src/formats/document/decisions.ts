import { BRIEF_FIELDS } from '../../kinds/brief'
import { type Choice, choiceOf } from '../../kinds/choices/index'
import { chosenOptions } from '../../kinds/choices/matching'
import { fieldsOf, kindOf } from '../../kinds/index'
import type { Field } from '../../kinds/kind'
import { stepNumber } from '../../kinds/steps'
import { formatProp } from '../../kinds/values'
import type { Block, Design, PropValue } from '../../model/design'

type Row = readonly [where: string, question: string, choice: string, gains: string, costs: string]

/** What was decided in the brief and at the blocks, by step: each answer whose options are known, with its price. */
export function decisionRows(design: Design): readonly Row[] {
  const brief = BRIEF_FIELDS.flatMap(field =>
    rowsOf('Brief', choiceOf(field.key), field, design.brief.design[field.key] as PropValue | undefined),
  )
  const blocks = Object.values(design.blocks).sort((a, b) => stepOf(a) - stepOf(b) || (a.id < b.id ? -1 : 1))
  return [...brief, ...blocks.flatMap(blockRows)]
}

function blockRows(block: Block): readonly Row[] {
  const kind = kindOf(block.kind)
  const name = block.label.trim() || kind.name
  return fieldsOf(kind).flatMap(field => rowsOf(name, choiceOf(field.key, block.kind), field, block.props[field.key]))
}

function rowsOf(where: string, choice: Choice | undefined, field: Field, value: PropValue | undefined): Row[] {
  if (!choice || value === undefined) return []
  return chosenOptions(choice, field, value).map(option => {
    const figure = typeof value === 'number' ? formatProp(field, value) : option.value
    const name = figure === option.value ? figure : `${option.value} (${figure})`
    return [where, choice.question, name, option.gains, option.costs]
  })
}

function stepOf(block: Block): number {
  return stepNumber(kindOf(block.kind).step)
}
