import { MiniMap } from '@xyflow/react'
import { useCallback } from 'react'
import { useAnalysis } from '../session/hooks'
import { type CanvasNode, groupOfNode } from './reconcile'

const SIZE = { width: 164, height: 96 }

/** The whole design in small: rooms as frames, blocks as sheets, red and amber where lint has something to say. */
export default function Minimap() {
  const marks = useAnalysis(analysis => analysis.marks)
  const fill = useCallback(
    (node: CanvasNode) => {
      if (groupOfNode(node.id) !== null) return 'var(--room)'
      const severity = marks.get(node.id)?.[0]?.severity
      return severity === 'error' || severity === 'warning' ? `var(--${severity})` : 'var(--line-strong)'
    },
    [marks],
  )
  return (
    <MiniMap<CanvasNode>
      pannable
      zoomable
      style={SIZE}
      ariaLabel="Overview of the design: drag to move the view"
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
  return groupOfNode(node.id) === null ? 'transparent' : 'var(--room-border)'
}
