import { BRIEF_FIELDS, cardContent } from '../kinds/brief'
import type { IconName } from '../kinds/icons'
import { blockSize, fieldOfKind, isKnownKind, kindOf } from '../kinds/index'
import type { Kind } from '../kinds/kind'
import { STEP_NAMES } from '../kinds/steps'
import { formatProp } from '../kinds/values'
import type { Block, Design, PropValue, Step } from '../model/design'
import { plainText } from './plain-text'
import { ellipsize, type Font, measure, oneLine, wrap } from './text'

/** What the card of a block shows, ready to be set: every text fits its place. */
export interface Card {
  readonly shape: 'block' | 'brief' | 'note'
  /** One or two lines; of a note, its lines. */
  readonly name: readonly string[]
  /** Under the name: the kind, or what the brief says. Empty when the name takes two lines. */
  readonly kindLine: string
  /** Last line, left: the property that sizes the block. */
  readonly keyText: string
  /** Last line, right: the number that is looked for first. Never cut. */
  readonly liveText: string
  readonly icon: IconName
  readonly step: Step
}

export const NAME_FONT: Font = { size: 13, weight: 600 }
export const META_FONT: Font = { size: 11, weight: 400 }
export const LIVE_FONT: Font = { size: 11, weight: 600, isTabular: true }
export const NOTE_FONT: Font = { size: 12, weight: 400 }

/** From the left edge of a card to its words, past the tile; to the last line; and from the right edge to either. */
export const NAME_X = 42
export const LAST_LINE_X = 12
const NAME_RIGHT = 6
export const LAST_LINE_RIGHT = 9
const LAST_LINE_GAP = 6
export const NOTE_PADDING = 12
export const NOTE_LINE = 16

/** The words and the icon of a block. A card of the brief reads the brief; a kind that is not known shows as a component. */
export function cardOf(design: Design, block: Block): Card {
  if (block.kind === 'note') return noteCard(block)
  const content = block.kind === 'brief-card' ? cardContent(block.props.shows) : undefined
  if (block.kind === 'brief-card') return briefCard(design, block, content)
  const kind = kindOf(block.kind)
  const width = blockSize(block).width
  const name = nameLines(block.label || kind.name, width, 2)
  const liveText = valueText(kind, kind.liveNumber, block)
  const room =
    width - LAST_LINE_X - LAST_LINE_RIGHT - (liveText === '' ? 0 : measure(liveText, LIVE_FONT) + LAST_LINE_GAP)
  const keyText = valueText(kind, kind.keyProperty, block)
  return {
    shape: 'block',
    name,
    kindLine: name.length > 1 ? '' : metaLine(shortOf(kindLineOf(block, kind), width), width),
    keyText: room < measure('…', META_FONT) * 3 ? '' : ellipsize(keyText, room, META_FONT),
    liveText,
    icon: presetOf(block, kind)?.icon ?? kind.icon,
    step: kind.step,
  }
}

function noteCard(block: Block): Card {
  const { width, height } = blockSize(block)
  const lines = Math.max(1, Math.floor((height - NOTE_PADDING) / NOTE_LINE))
  const name = wrap(plainText(block.label), Math.max(16, width - 2 * NOTE_PADDING), NOTE_FONT, lines)
  const kind = kindOf('note')
  return { shape: 'note', name, kindLine: '', keyText: '', liveText: '', icon: kind.icon, step: kind.step }
}

function briefCard(design: Design, block: Block, content: ReturnType<typeof cardContent>): Card {
  const kind = kindOf(block.kind)
  const width = blockSize(block).width
  return {
    shape: 'brief',
    name: nameLines(block.label || content?.name || kind.name, width, 1),
    kindLine: metaLine(answers(design, content?.fields ?? [], width), width),
    keyText: '',
    liveText: '',
    icon: content?.icon ?? kind.icon,
    step: content?.step ?? kind.step,
  }
}

/** The answers of the brief that the card stands for, as many as fit on its line and always the first. */
function answers(design: Design, keys: readonly string[], width: number): string {
  const texts = keys.flatMap(key => {
    const field = BRIEF_FIELDS.find(each => each.key === key)
    const value = design.brief.design[key]
    return field && isAnswer(value) ? [formatProp(field, value)] : []
  })
  const [first = 'Not answered yet', ...rest] = texts.filter(text => text !== '')
  return rest.reduce((line, text) => (fitsMeta(`${line}, ${text}`, width) ? `${line}, ${text}` : line), first)
}

function isAnswer(value: unknown): value is PropValue {
  return ['string', 'number', 'boolean'].includes(typeof value) || Array.isArray(value)
}

function nameLines(label: string, width: number, maxLines: number): string[] {
  const space = width - NAME_X - NAME_RIGHT
  return maxLines === 1 ? [ellipsize(label, space, NAME_FONT)] : wrap(oneLine(label), space, NAME_FONT, maxLines)
}

function metaLine(text: string, width: number): string {
  return ellipsize(text, width - NAME_X - NAME_RIGHT, META_FONT)
}

function fitsMeta(text: string, width: number): boolean {
  return measure(text, META_FONT) <= width - NAME_X - NAME_RIGHT
}

/** The kind, unless the name says it already: then the step. A preset or another tool's kind says more than ours. */
function kindLineOf(block: Block, kind: Kind): string {
  const name = isKnownKind(block.kind) ? (presetOf(block, kind)?.name ?? kind.name) : block.kind
  const isSaid = (each: string) => each.toLowerCase() === block.label.trim().toLowerCase()
  return [name, kind.name].find(each => !isSaid(each)) ?? STEP_NAMES[kind.step]
}

/** Of a kind with two names, "Gateway / load balancer", the first one where both do not fit. */
function shortOf(name: string, width: number): string {
  return fitsMeta(name, width) ? name : (name.split(' / ')[0] ?? name)
}

/** The entry of the palette whose properties the block has, the one with the most if there are several. */
function presetOf(block: Block, kind: Kind): NonNullable<Kind['presets']>[number] | undefined {
  const isMet = ([key, value]: readonly [string, PropValue]) => String(block.props[key]) === String(value)
  return (kind.presets ?? [])
    .map(preset => ({ preset, props: Object.entries(preset.props) }))
    .filter(({ props }) => props.length > 0 && props.every(isMet))
    .sort((a, b) => b.props.length - a.props.length)[0]?.preset
}

function valueText(kind: Kind, key: string | undefined, block: Block): string {
  const field = key === undefined ? undefined : fieldOfKind(kind, key)
  const value = key === undefined || !Object.hasOwn(block.props, key) ? undefined : block.props[key]
  return field && value !== undefined ? formatProp(field, value) : ''
}
