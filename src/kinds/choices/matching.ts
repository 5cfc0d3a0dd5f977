import type { PropValue } from '../../model/design'
import type { Field } from '../kind'
import type { Choice, Option } from './choice'

/**
 * What choosing an option writes into the field, `now` being its value: a list keeps what it holds and gains the option.
 * Undefined where the option is no value of the field ("streaming" is another kind of block than batch features).
 */
export function valueOfOption(field: Field, option: Option, now?: PropValue): PropValue | undefined {
  switch (field.type) {
    case 'number':
      return option.sets
    case 'yes-no':
      return option.value === 'yes' ? true : option.value === 'no' ? false : undefined
    case 'choice':
      return field.choices?.includes(option.value) ? option.value : undefined
    case 'list':
      return withElement(Array.isArray(now) ? now : [], option.value)
    case 'text':
      return undefined
  }
}

/** The options that a value stands for: one at most, but for a list each that it holds. */
export function chosenOptions(choice: Choice, field: Field, value: PropValue | undefined): readonly Option[] {
  if (value === undefined) return []
  if (typeof value === 'number') {
    const size = choice.options.find(({ sets, upTo = Infinity }) => sets !== undefined && value <= upTo)
    return field.type === 'number' && size ? [size] : []
  }
  if (Array.isArray(value)) return choice.options.filter(option => value.includes(option.value))
  return choice.options.filter(option => valueOfOption(field, option) === value)
}

function withElement(list: readonly string[], element: string): readonly string[] {
  return list.includes(element) ? list : [...list, element]
}
