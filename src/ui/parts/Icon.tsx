import { ALL_ICONS, type IconName } from './chrome-icons'
import { Shapes } from './Shapes'

/** A Lucide icon of the given size in pixels; decoration: what it stands for is named by its control. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return <Shapes of={ALL_ICONS[name]} size={size} />
}
