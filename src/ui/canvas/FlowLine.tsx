import type { FlowShapes, Shape } from '../../drawing/flow-line'

interface FlowLineProps {
  readonly shapes: FlowShapes
  /** In place of the kind's own ink: the severity of an open finding, the accent of a selection. */
  readonly ink?: string | undefined
  readonly isStrong?: boolean
}

/** The line of a flow with its tail, head and middle mark, in the language of its kind. */
export function FlowLine({ shapes, ink, isStrong = false }: FlowLineProps) {
  const colour = ink ?? `var(${shapes.ink})`
  return (
    <g>
      <path
        d={shapes.d}
        fill="none"
        stroke={colour}
        strokeWidth={isStrong ? Math.max(2, shapes.width) : shapes.width}
        strokeDasharray={shapes.dash}
        strokeLinecap={shapes.dash?.startsWith('0.01') ? 'round' : 'butt'}
      />
      {shapes.tail && <Mark mark={shapes.tail} colour={colour} />}
      {shapes.mid && <Mark mark={shapes.mid} colour={colour} />}
      {shapes.head && <Mark mark={shapes.head} colour={colour} />}
    </g>
  )
}

function Mark({ mark, colour }: { readonly mark: Shape; readonly colour: string }) {
  return (
    <path
      d={mark.d}
      transform={`translate(${mark.at.x} ${mark.at.y}) rotate(${mark.angle})`}
      fill={mark.isFilled ? colour : 'none'}
      stroke={mark.isFilled ? 'none' : colour}
      strokeWidth={mark.strokeWidth}
      strokeLinejoin="round"
      strokeLinecap="round"
    />
  )
}
