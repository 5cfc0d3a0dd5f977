import { cardContent } from '../../kinds/brief'
import { kindOf } from '../../kinds/index'
import type { Block, Step } from '../../model/design'

/** The step that a block serves; a card of the brief serves the step of what it shows. */
export function stepOf(block: Block): Step {
  const card = block.kind === 'brief-card' ? cardContent(block.props.shows) : undefined
  return card?.step ?? kindOf(block.kind).step
}
