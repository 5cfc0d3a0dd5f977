import type { EdgeProps } from '@xyflow/react'
import { lazy, memo, Suspense, useMemo } from 'react'
import { useStore } from 'zustand'
import { flowShapes } from '../../drawing/flow-line'
import type { Id } from '../../model/design'
import { type Finding, findingKey } from '../../rules/rule'
import { useAnalysis, useDesign, useEditor, useNumbers, useSession, useStage } from '../session/hooks'
import styles from './Canvas.module.css'
import { useCanvas } from './canvas-context'
import { FlowLabel } from './FlowLabel'
import { FlowLine } from './FlowLine'
import type { CanvasFlow } from './reconcile'
import { stepOf } from './step-of'

const FlowDemand = lazy(() => import('./FlowDemand'))
const FlowNaming = lazy(() => import('./FlowNaming'))

/** A flow on the canvas: its line along the shared routes, a wide invisible line that takes the pointer, its label. */
export const MlFlow = memo(function MlFlow({ id, data, selected }: EdgeProps<CanvasFlow>) {
  const line = useCanvas(canvas => canvas.routes.get(id))
  const hops = useCanvas(canvas => canvas.hops.get(id))
  const kind = data?.flow.kind ?? 'data'
  const shapes = useMemo(() => (line ? flowShapes(line, kind, hops) : null), [line, hops, kind])
  const severity = useOpenSeverity(id, data?.flow.source ?? '', data?.flow.target ?? '')
  const isNaming = useEditor(editor => editor.renaming === id)
  const hasFocus = useEditor(editor => editor.focus?.id === id)
  const isFresh = useEditor(editor => editor.fresh.has(id))
  const isOffStep = useIsFlowDim(data?.flow.source ?? '', data?.flow.target ?? '')
  const isTracing = useEditor(editor => editor.isTracing)
  const isQuestioned = useEditor(editor => editor.isTracing || editor.whatIf !== null)
  const isOnPath = useNumbers(numbers => numbers.pathFlows.has(id)) ?? false
  const isTaken = useStore(useSession().numbers, state => state.outage?.taken.some(flow => flow.id === id) ?? false)
  const isLost = useStore(useSession().numbers, state => state.outage?.lost.some(flow => flow.id === id) ?? false)
  const stage = useStage(id)
  const isDim = isOffStep || (isTracing && !isOnPath) || stage === 'back'
  if (!shapes || !data) return null
  const isStrong = severity !== null || isFresh || isTaken || (isTracing && isOnPath) || stage === 'now'
  const ink = severity
    ? `var(--${severity})`
    : isLost
      ? 'var(--error)'
      : isTaken
        ? 'var(--warning)'
        : isFresh
          ? 'var(--accent)'
          : undefined
  return (
    <g className={styles.flow} data-flow={id} data-kind={kind} data-dim={isDim} data-selected={selected === true}>
      {selected && <path className={styles.halo} d={shapes.d} />}
      {hasFocus && <path className={styles.ring} d={shapes.d} />}
      {hasFocus && <path className={styles.gap} d={shapes.d} />}
      <FlowLine shapes={shapes} ink={ink} isStrong={isStrong} />
      <path className={`${styles.hit} react-flow__edge-interaction`} d={shapes.d} />
      {!isNaming && <FlowLabel id={id} kind={kind} ink={ink} />}
      {isNaming && (
        <Suspense>
          <FlowNaming flow={data.flow} />
        </Suspense>
      )}
      {isQuestioned && (
        <Suspense>
          <FlowDemand id={id} />
        </Suspense>
      )}
    </g>
  )
})

/** The severity of the open finding when it names both ends of this flow, else null. */
function useOpenSeverity(id: Id, source: Id, target: Id): Finding['severity'] | null {
  const key = useEditor(editor => editor.finding)
  return useAnalysis(analysis => {
    if (key === null) return null
    const finding = analysis.findings.find(one => findingKey(one) === key)
    const isNamed = finding?.at.includes(id) || (finding?.at.includes(source) && finding.at.includes(target))
    return finding && isNamed ? finding.severity : null
  })
}

/** While a step is chosen, flows between blocks of other steps stand back. */
function useIsFlowDim(source: Id, target: Id): boolean {
  const step = useEditor(editor => editor.step)
  return useDesign(design => {
    if (step === null) return false
    const ends = [design.blocks[source], design.blocks[target]]
    return ends.every(block => block !== undefined && stepOf(block) !== step)
  })
}
