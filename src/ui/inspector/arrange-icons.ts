import type { ICONS } from '../../kinds/icons'
import type { Axis, Side } from '../../model/arrange'

export type ArrangeCommand = `align-${Side}` | `distribute-${Axis}`

type Shapes = (typeof ICONS)[keyof typeof ICONS]

/**
 * Lucide icons 1.62.0 (https://lucide.dev), ISC licence, as in `src/kinds/icons.ts`; here, since only the inspector shows
 * them. Lucide names them by the line, we by what it does.
 */
export const ARRANGE_ICONS: Readonly<Record<ArrangeCommand, Shapes>> = {
  'align-left': [
    ['rect', { width: '9', height: '6', x: '6', y: '14', rx: '2' }],
    ['rect', { width: '16', height: '6', x: '6', y: '4', rx: '2' }],
    ['path', { d: 'M2 2v20' }],
  ],
  'align-centre-x': [
    ['path', { d: 'M12 2v20' }],
    ['path', { d: 'M8 10H4a2 2 0 0 1-2-2V6c0-1.1.9-2 2-2h4' }],
    ['path', { d: 'M16 10h4a2 2 0 0 0 2-2V6a2 2 0 0 0-2-2h-4' }],
    ['path', { d: 'M8 20H7a2 2 0 0 1-2-2v-2c0-1.1.9-2 2-2h1' }],
    ['path', { d: 'M16 14h1a2 2 0 0 1 2 2v2a2 2 0 0 1-2 2h-1' }],
  ],
  'align-right': [
    ['rect', { width: '16', height: '6', x: '2', y: '4', rx: '2' }],
    ['rect', { width: '9', height: '6', x: '9', y: '14', rx: '2' }],
    ['path', { d: 'M22 22V2' }],
  ],
  'align-top': [
    ['rect', { width: '6', height: '16', x: '4', y: '6', rx: '2' }],
    ['rect', { width: '6', height: '9', x: '14', y: '6', rx: '2' }],
    ['path', { d: 'M22 2H2' }],
  ],
  'align-centre-y': [
    ['path', { d: 'M2 12h20' }],
    ['path', { d: 'M10 16v4a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2v-4' }],
    ['path', { d: 'M10 8V4a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v4' }],
    ['path', { d: 'M20 16v1a2 2 0 0 1-2 2h-2a2 2 0 0 1-2-2v-1' }],
    ['path', { d: 'M14 8V7c0-1.1.9-2 2-2h2a2 2 0 0 1 2 2v1' }],
  ],
  'align-bottom': [
    ['rect', { width: '6', height: '16', x: '4', y: '2', rx: '2' }],
    ['rect', { width: '6', height: '9', x: '14', y: '9', rx: '2' }],
    ['path', { d: 'M22 22H2' }],
  ],
  'distribute-x': [
    ['rect', { width: '6', height: '14', x: '3', y: '5', rx: '2' }],
    ['rect', { width: '6', height: '10', x: '15', y: '7', rx: '2' }],
    ['path', { d: 'M3 2v20' }],
    ['path', { d: 'M21 2v20' }],
  ],
  'distribute-y': [
    ['rect', { width: '14', height: '6', x: '5', y: '15', rx: '2' }],
    ['rect', { width: '10', height: '6', x: '7', y: '3', rx: '2' }],
    ['path', { d: 'M2 21h20' }],
    ['path', { d: 'M2 3h20' }],
  ],
}
