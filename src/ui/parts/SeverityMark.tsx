import type { ReactNode } from 'react'
import type { Severity } from '../../rules/rule'
import { severityMark as say } from '../messages/en'

/** Octagon, triangle or circle: the shape carries the severity, the colour repeats it. */
export function SeverityMark({ severity, size = 16 }: { readonly severity: Severity; readonly size?: number }) {
  return (
    <svg
      role="img"
      aria-label={say[severity]}
      data-severity={severity}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      style={{ flex: 'none', display: 'block' }}
    >
      <g fill="var(--sev)">{SHAPES[severity]}</g>
      <g stroke="var(--on-severity)" strokeWidth={1.7} strokeLinecap="round">
        {severity === 'info' ? <path d="M8 7.6v3.4M8 4.9v.1" /> : <path d="M8 4.6v4.2M8 11.3v.1" />}
      </g>
    </svg>
  )
}

const SHAPES: Record<Severity, ReactNode> = {
  error: <path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z" />,
  warning: <path d="M7.1 1.6a1 1 0 0 1 1.8 0l6.3 11.9a1 1 0 0 1-.9 1.5H1.7a1 1 0 0 1-.9-1.5z" />,
  info: <circle cx="8" cy="8" r="7.2" />,
}
