import type { IconShape } from '../../kinds/icons'

/** An icon by its shapes: for the cards of the canvas and for icons that only one panel has. */
export function Shapes({ of, size = 16 }: { readonly of: readonly IconShape[]; readonly size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      style={{ flex: 'none', display: 'block' }}
    >
      {of.map(([Tag, attributes], index) => {
        const Shape = Tag as 'path'
        // biome-ignore lint/suspicious/noArrayIndexKey: the shapes of an icon never change places
        return <Shape key={index} {...attributes} />
      })}
    </svg>
  )
}
