import type { Summary } from './summary'

const RADIUS = 10
const AROUND = 2 * Math.PI * RADIUS
const GAP = 2.4

/** Seven arcs, one a step, each as dark as its share of met checks. */
export function CoverageRing({ summary }: { readonly summary: Summary | null }) {
  const arc = AROUND / 7
  return (
    <svg aria-hidden="true" width={26} height={26} viewBox="0 0 26 26">
      {Array.from({ length: 7 }, (_, index) => {
        const [met, of] = summary?.steps[index] ?? [0, 0]
        return (
          <g key={String(index)} transform={`rotate(${-90 + (360 / 7) * index} 13 13)`} fill="none" strokeWidth={4}>
            <circle cx={13} cy={13} r={RADIUS} stroke="var(--line-strong)" strokeDasharray={`${arc - GAP} ${AROUND}`} />
            {of > 0 && met > 0 && (
              <circle
                cx={13}
                cy={13}
                r={RADIUS}
                stroke="var(--ink-2)"
                strokeDasharray={`${(arc - GAP) * (met / of)} ${AROUND}`}
              />
            )}
          </g>
        )
      })}
    </svg>
  )
}
