import { ICONS, type IconName } from '../../kinds/icons'

type IconShapes = (typeof ICONS)[IconName]

/** A Lucide icon of the given size in pixels; decoration: what it stands for is named by its control. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return <Shapes of={ICONS[name]} size={size} />
}

/** An icon by its shapes: for those that only one panel has. */
export function Shapes({ of, size = 16 }: { readonly of: IconShapes; readonly size?: number }) {
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
