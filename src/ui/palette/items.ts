import { CARD_SHOWS } from '../../kinds/brief'
import type { IconName } from '../../kinds/icons'
import { KINDS } from '../../kinds/index'
import type { Kind } from '../../kinds/kind'
import { type Props, STEPS, type Step } from '../../model/design'
import { paletteItems as say } from '../messages/en'

/** One entry of the palette: a kind, a preset of it, or a card of the brief. */
export interface PaletteItem {
  readonly id: string
  readonly name: string
  readonly step: Step
  readonly icon: IconName
  readonly kind: string
  readonly props: Props
  readonly what: string
  readonly isExtended: boolean
  /** What the search looks at, in lower case. */
  readonly words: string
}

/** Every entry, by step in the order of the catalogue; presets follow their kind. */
export const PALETTE: readonly PaletteItem[] = STEPS.flatMap(step => [
  ...cardsOf(step),
  ...KINDS.filter(kind => kind.step === step && !kind.isHidden && kind.id !== 'brief-card').flatMap(itemsOf),
])

function itemsOf(kind: Kind): PaletteItem[] {
  const base = {
    step: kind.step,
    kind: kind.id,
    what: kind.what,
    isExtended: kind.isExtended === true,
  }
  const words = [kind.name, kind.id, ...(kind.aliases ?? [])].join(' ').toLowerCase()
  const own: PaletteItem = { ...base, id: kind.id, name: kind.name, icon: kind.icon, props: {}, words }
  const presets = (kind.presets ?? []).map(preset => ({
    ...base,
    id: `${kind.id}/${preset.id}`,
    name: preset.name,
    icon: preset.icon ?? kind.icon,
    props: preset.props,
    isExtended: true,
    words: `${preset.name.toLowerCase()} ${words}`,
  }))
  return [own, ...presets]
}

function cardsOf(step: Step): PaletteItem[] {
  return Object.entries(CARD_SHOWS)
    .filter(([, card]) => card.step === step)
    .map(([shows, card]) => ({
      id: `brief-card/${shows}`,
      name: card.name,
      step,
      icon: card.icon,
      kind: 'brief-card',
      props: { shows },
      what: say.card,
      isExtended: false,
      words: say.cardWords(card.name, shows).toLowerCase(),
    }))
}

/** The entries that match every word of a query: those whose name begins with it first, then names that hold it, then aliases. */
export function searchPalette(query: string): PaletteItem[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const rank = (item: PaletteItem) => {
    const name = item.name.toLowerCase()
    const start = words[0] ?? ''
    return name.startsWith(start) ? 0 : name.includes(start) ? 1 : 2
  }
  return PALETTE.filter(item => words.every(word => item.words.includes(word))).sort((a, b) => rank(a) - rank(b))
}
