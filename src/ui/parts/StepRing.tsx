import { STEPS, type Step } from '../../model/design'

const RADIUS = 8.5
const AROUND = 2 * Math.PI * RADIUS

/** The number of a step in a ring filled by its coverage: `met` of `of` checks. */
export function StepRing({ step, met, of }: { readonly step: Step; readonly met: number; readonly of: number }) {
  const share = of === 0 ? 0 : met / of
  return (
    <svg aria-hidden="true" width={20} height={20} viewBox="0 0 20 20" style={{ flex: 'none', display: 'block' }}>
      <circle cx={10} cy={10} r={RADIUS} fill="none" stroke="var(--line-strong)" strokeWidth={2} />
      <circle
        cx={10}
        cy={10}
        r={RADIUS}
        fill="none"
        stroke="var(--st)"
        strokeWidth={2}
        strokeDasharray={`${share * AROUND} ${AROUND}`}
        transform="rotate(-90 10 10)"
      />
      <text
        x={10}
        y={10}
        textAnchor="middle"
        dominantBaseline="central"
        fontSize={11}
        fontWeight={600}
        fill="var(--stx)"
      >
        {STEPS.indexOf(step) + 1}
      </text>
    </svg>
  )
}
