import type { Session } from '../session/session'
import type { Command } from './command'
import { hasSelection } from './conditions'

/** What changes only what is seen. */
export const VIEW_COMMANDS = [
  { id: 'zoom-in', name: 'Zoom in', group: 'view', keys: ['Mod++', 'Mod+='], icon: 'plus', run: zoom(1.25) },
  { id: 'zoom-out', name: 'Zoom out', group: 'view', keys: ['Mod+-'], icon: 'minus', run: zoom(0.8) },
  {
    id: 'zoom-100',
    name: 'Zoom to 100 %',
    group: 'view',
    keys: ['Mod+0'],
    icon: 'search',
    run: ({ view }) => view.zoomTo(1),
  },
  {
    id: 'fit',
    name: 'Fit the design',
    group: 'view',
    keys: ['Shift+1'],
    icon: 'maximize',
    run: ({ view }) => view.fit(),
  },
  {
    id: 'zoom-selection',
    name: 'Show the selection',
    group: 'view',
    keys: ['Shift+2'],
    icon: 'crosshair',
    isEnabled: hasSelection,
    run: ({ view, editor }) => view.show([...editor.getState().blocks, ...editor.getState().groups]),
  },
  {
    id: 'trace',
    name: ({ editor }) => (editor.getState().isTracing ? 'Show everything again' : 'Show the request path'),
    title: 'Show the request path',
    group: 'view',
    icon: 'waypoints',
    isEnabled: hasRequestPath,
    run: ({ editor }) => editor.setState({ isTracing: !editor.getState().isTracing, step: null }),
  },
  {
    id: 'what-if',
    name: ({ editor }) => (editor.getState().whatIf ? 'End what-if' : 'What if the load grows or a block fails?'),
    title: 'What if the load grows or a block fails?',
    group: 'view',
    icon: 'sliders-horizontal',
    isEnabled: hasRequestPath,
    run: ({ editor }) =>
      editor.setState({ whatIf: editor.getState().whatIf ? null : { load: 1, down: new Set() }, finding: null }),
  },
  {
    id: 'outline',
    name: ({ editor }) => (editor.getState().isOutlineOpen ? 'Close the outline' : 'Outline'),
    title: 'Outline: the design as a list',
    group: 'view',
    keys: ['O'],
    icon: 'panel-left',
    run: ({ editor }) => editor.setState({ isOutlineOpen: !editor.getState().isOutlineOpen, isPaletteFolded: false }),
  },
  {
    id: 'fold-palette',
    name: 'Fold the palette',
    group: 'view',
    keys: ['['],
    icon: 'panel-left',
    run: ({ editor }) => editor.setState({ isPaletteFolded: !editor.getState().isPaletteFolded }),
  },
  {
    id: 'fold-inspector',
    name: 'Fold the inspector',
    group: 'view',
    keys: [']'],
    icon: 'panel-right',
    run: ({ editor }) => editor.setState({ isInspectorFolded: !editor.getState().isInspectorFolded }),
  },
] as const satisfies readonly Command[]

function hasRequestPath({ numbers, editor }: Session): boolean {
  return numbers.getState().numbers?.slowest != null || editor.getState().isTracing || editor.getState().whatIf !== null
}

function zoom(factor: number) {
  return ({ view }: Session) => view.zoomBy(factor)
}
