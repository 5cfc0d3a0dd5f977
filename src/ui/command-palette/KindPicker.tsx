import { useMemo } from 'react'
import { isAllowedPair } from '../../kinds/flow-kinds'
import { kindOf } from '../../kinds/index'
import { STEP_NAMES } from '../../kinds/steps'
import type { Block, Design, Flow, FlowKind, Id } from '../../model/design'
import { onlyBlock } from '../commands/conditions'
import { replaceBlockKind } from '../commands/replacing'
import { kindPicker as say } from '../messages/en'
import { PALETTE, type PaletteItem } from '../palette/items'
import { useDesign, useSession } from '../session/hooks'
import type { Session } from '../session/session'
import type { Entry } from './entry'
import { Picker } from './Picker'

/** Finds the kind that the selected block is to have: those of its step first, and those that its flows fit. */
export default function KindPicker() {
  const session = useSession()
  const block = useDesign(design => design.blocks[onlyBlock(session) ?? ''])
  const entries = useMemo(() => (block ? kindEntries(session, block) : []), [session, block])
  return (
    <Picker
      label={say.name(block?.label ?? '')}
      verb={say.change}
      entries={entries}
      onClose={() => session.editor.setState({ dialog: null })}
    />
  )
}

function kindEntries(session: Session, block: Block): Entry[] {
  const { step } = kindOf(block.kind)
  const others = PALETTE.filter(item => item.kind !== 'brief-card' && !isAlready(block, item))
  const lost = new Map(others.map(item => [item, lostFlows(session.design(), block, item.kind)]))
  const isFar = (item: PaletteItem) => (item.step === step ? 0 : 1)
  others.sort((a, b) => isFar(a) - isFar(b) || (lost.get(a) ?? 0) - (lost.get(b) ?? 0))
  return others.map(item => ({
    id: `kind/${item.id}`,
    section: STEP_NAMES[item.step],
    name: item.name,
    words: item.words,
    icon: item.icon,
    step: item.step,
    ...(lost.get(item) ? { hint: say.lost(lost.get(item) ?? 0) } : {}),
    run: () => replaceBlockKind(session, block.id, item),
  }))
}

/** How many flows of a block fit now and would not fit another kind; they stay, and lint names them. */
function lostFlows(design: Design, block: Block, kind: string): number {
  const kindOfEnd = (id: Id, own: string) => (id === block.id ? own : (design.blocks[id]?.kind ?? ''))
  const fits = ({ kind: flow, source, target }: Flow, own: string) =>
    isAllowedPair(flow as FlowKind, kindOfEnd(source, own), kindOfEnd(target, own))
  const flows = Object.values(design.flows).filter(flow => flow.source === block.id || flow.target === block.id)
  return flows.filter(flow => fits(flow, block.kind) && !fits(flow, kind)).length
}

/** Whether a block is what the entry would make of it. */
function isAlready(block: Block, { kind, props }: PaletteItem): boolean {
  return block.kind === kind && Object.entries(props).every(([key, value]) => block.props[key] === value)
}
