import { rectOf } from '../../../layout/frames'
import { boundsOf } from '../../../layout/rect'
import { type Id, lookUp } from '../../../model/design'
import { applyFix } from '../../commands/fixing'
import { hands as say } from '../../messages/en'
import { Button } from '../../parts/Button'
import { CommandButton } from '../../parts/CommandButton'
import { useAnalysis, useDesign, useEditor, useSession } from '../../session/hooks'
import { useCanvas } from '../canvas-context'
import { pointOn, runsOf } from './longest-run'
import { Toolbar } from './Toolbar'

/** The toolbar of the one block or flow that is selected. */
export function SelectionToolbar() {
  const block = useEditor(({ blocks, flows, groups }) =>
    blocks.size === 1 && flows.size + groups.size === 0 ? [...blocks][0] : undefined,
  )
  const flow = useEditor(({ blocks, flows, groups }) =>
    flows.size === 1 && blocks.size + groups.size === 0 ? [...flows][0] : undefined,
  )
  if (block !== undefined) return <BlockToolbar id={block} />
  return flow !== undefined && <FlowToolbar id={flow} />
}

function BlockToolbar({ id }: { readonly id: Id }) {
  const block = useDesign(design => lookUp(design.blocks, id))
  const anchor = block && rectOf(block)
  if (!anchor) return null
  return (
    <Toolbar label={say.blockToolbar(block.label)} anchor={anchor}>
      <CommandButton command="append" size="small" />
      <CommandButton command="connect" size="small" />
      <CommandButton command="change-kind" size="small" />
      <CommandButton command="duplicate" size="small" />
      <FixButton id={id} />
      <CommandButton command="delete" size="small" />
    </Toolbar>
  )
}

/** The first fix of the gravest finding of a block; none without one. */
function FixButton({ id }: { readonly id: Id }) {
  const session = useSession()
  const finding = useAnalysis(analysis => analysis.byId.get(id)?.find(one => one.fixes.some(fix => 'edit' in fix)))
  const index = finding?.fixes.findIndex(fix => 'edit' in fix) ?? -1
  const fix = finding?.fixes[index]
  if (!finding || !fix) return null
  return (
    <Button
      size="small"
      icon="wand-sparkles"
      data-fix={finding.rule}
      aria-label={say.fix(fix.title)}
      title={say.fixHint(fix.title, finding.message)}
      onClick={() => void applyFix(session, finding, index)}
    />
  )
}

function FlowToolbar({ id }: { readonly id: Id }) {
  const line = useCanvas(canvas => canvas.routes.get(id))
  const label = useCanvas(canvas => canvas.labels.get(id))
  const [run] = runsOf(line ?? [])
  if (!run) return null
  const { x, y } = pointOn(run, 0.5)
  const around = boundsOf([{ x: x - 14, y: y - 14, width: 28, height: 28 }, ...(label ? [label.patch] : [])])
  if (!around) return null
  const isUpright = run.from.x === run.to.x
  // Over the middle of the run, where the label and the plus stand.
  const anchor = isUpright ? around : { ...around, x: x - 64, width: 160 }
  return (
    <Toolbar label={say.flowToolbar} anchor={anchor} isBeside={isUpright}>
      <CommandButton command="change-kind" size="small" />
      <CommandButton command="rename" size="small" />
      <CommandButton command="turn-round" size="small" />
      <CommandButton command="append" size="small" />
      <CommandButton command="delete" size="small" />
    </Toolbar>
  )
}
