/** The mark: rooms of a ground plan on the accent. */
export function Logo({ size = 20 }: { readonly size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 32 32" style={{ display: 'block' }}>
      <rect width="32" height="32" rx="8" fill="var(--accent)" />
      <path
        d="M8 8h16v16H8zM8 14h8M16 8v3M16 14v10M16 19h8"
        fill="none"
        stroke="var(--on-accent)"
        strokeWidth="2.4"
        strokeLinejoin="round"
        strokeLinecap="square"
      />
    </svg>
  )
}
