import { MiniMap } from '@xyflow/react'
import { useCallback, useMemo } from 'react'
import { minimap as say } from '../messages/en'
import { useAnalysis, useDesign } from '../session/hooks'
import { marksInSight } from '../session/room-marks'
import { type CanvasNode, groupOfNode } from './reconcile'

const SIZE = { width: 164, height: 96 }

/** The whole design in small: rooms as frames, blocks as sheets, red and amber where lint has something to say. */
export default function Minimap() {
  const design = useDesign(all => all)
  const marked = useAnalysis(analysis => analysis.marks)
  const marks = useMemo(() => marksInSight(design, marked), [design, marked])
  const fill = useCallback(
    (node: CanvasNode) => {
      if (node.type === 'mlRoom') return 'var(--room)'
      const severity = marks.get(groupOfNode(node.id) ?? node.id)?.[0]?.severity
      return severity === 'error' || severity === 'warning' ? `var(--${severity})` : 'var(--line-strong)'
    },
    [marks],
  )
  return (
    <MiniMap<CanvasNode>
      pannable
      zoomable
      style={SIZE}
      ariaLabel={say.title}
      nodeColor={fill}
      nodeStrokeColor={strokeOf}
      nodeStrokeWidth={4}
      nodeBorderRadius={8}
      maskStrokeColor="var(--accent)"
      maskStrokeWidth={1.5}
      offsetScale={4}
    />
  )
}

function strokeOf(node: CanvasNode): string {
  return node.type === 'mlRoom' ? 'var(--room-border)' : 'transparent'
}
