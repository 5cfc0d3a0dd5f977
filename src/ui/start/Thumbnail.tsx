import { memo, useMemo } from 'react'
import { routesOf } from '../../drawing/route'
import { blockSize, kindOf } from '../../kinds/index'
import { stepNumber } from '../../kinds/steps'
import type { Design, Point } from '../../model/design'

/** A design at a glance: rooms, blocks with their step's stripe and lines, no words. */
export const Thumbnail = memo(function Thumbnail({
  design,
  className,
}: {
  readonly design: Design
  readonly className: string | undefined
}) {
  const routes = useMemo(() => routesOf(design), [design])
  const blocks = Object.values(design.blocks).filter(block => block.at && block.kind !== 'note')
  const groups = Object.values(design.groups).filter(group => group.at && group.size)
  return (
    <svg className={className} viewBox={viewBox(design)} aria-hidden="true">
      {groups.map(({ id, at, size }) => (
        <rect key={id} {...at} {...size} rx={14} fill="none" stroke="var(--room-border)" strokeWidth={5} />
      ))}
      {Object.values(design.flows).map(flow => {
        const points = routes.get(flow.id)
        if (!points) return null
        const ink = flow.kind === 'request' ? 'var(--flow-request)' : 'var(--flow)'
        return (
          <polyline key={flow.id} points={text(points)} fill="none" stroke={ink} strokeWidth={4} strokeOpacity={0.8} />
        )
      })}
      {blocks.map(block => {
        const { x, y } = block.at ?? { x: 0, y: 0 }
        const { width, height } = blockSize(block)
        const step = stepNumber(kindOf(block.kind).step)
        return (
          <g key={block.id} transform={`translate(${x} ${y})`}>
            <rect
              width={width}
              height={height}
              rx={10}
              fill="var(--panel)"
              stroke="var(--line-strong)"
              strokeWidth={4}
            />
            <rect width={12} height={height} rx={4} fill={`var(--step-${step})`} />
            <rect x={32} y={height / 2 - 16} width={width - 64} height={12} rx={4} fill="var(--line-strong)" />
            <rect x={32} y={height / 2 + 6} width={width - 100} height={10} rx={4} fill="var(--line)" />
          </g>
        )
      })}
    </svg>
  )
})

function text(points: readonly Point[]): string {
  return points.map(({ x, y }) => `${x},${y}`).join(' ')
}

function viewBox(design: Design): string {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  const grow = (x: number, y: number) => {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  for (const block of Object.values(design.blocks)) {
    if (!block.at || block.kind === 'note') continue
    const { width, height } = blockSize(block)
    grow(block.at.x, block.at.y)
    grow(block.at.x + width, block.at.y + height)
  }
  for (const { at, size } of Object.values(design.groups)) {
    if (!at || !size) continue
    grow(at.x, at.y)
    grow(at.x + size.width, at.y + size.height)
  }
  if (left > right) return '0 0 10 10'
  return `${left - 16} ${top - 16} ${right - left + 32} ${bottom - top + 32}`
}
