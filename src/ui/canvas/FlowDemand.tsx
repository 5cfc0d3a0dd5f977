import { measure } from '../../drawing/text'
import { formatNumber } from '../../kinds/figures'
import type { Id } from '../../model/design'
import { useNumbers } from '../session/hooks'
import { useCanvas } from './canvas-context'
import { middleOfLine } from './middle-of-line'

const FONT = { size: 10, weight: 600, isTabular: true } as const
const HEIGHT = 14

/** Requests per second along a flow in the peak hour, while the request path or a question “what if” is shown. */
export default function FlowDemand({ id }: { readonly id: Id }) {
  const demand = useNumbers(numbers => numbers.demands.get(id))
  const line = useCanvas(canvas => canvas.routes.get(id))
  const label = useCanvas(canvas => canvas.labels.get(id))
  if (demand === undefined || !line) return null
  const text = formatNumber(demand, 'requests/s').replace(/\s*requests/, '')
  const width = measure(text, FONT) + 8
  // Under the flow's own label, if it has one.
  const middle = label
    ? { x: label.patch.x + label.patch.width / 2, y: label.patch.y + label.patch.height + HEIGHT / 2 }
    : middleOfLine(line)
  return (
    <g data-demand={id} transform={`translate(${middle.x} ${middle.y})`}>
      <rect x={-width / 2} y={-HEIGHT / 2} width={width} height={HEIGHT} rx={7} fill="var(--accent-tint)" />
      <text y={3.5} textAnchor="middle" fontSize={FONT.size} fontWeight={FONT.weight} fill="var(--accent-text)">
        {text}
      </text>
    </g>
  )
}
