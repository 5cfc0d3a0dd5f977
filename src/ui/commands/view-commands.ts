import { viewCommands as say } from '../messages/en'
import type { Session } from '../session/session'
import type { Command } from './command'
import { hasSelection } from './conditions'

/** What changes only what is seen. */
export const VIEW_COMMANDS = [
  { id: 'zoom-in', name: say.zoomIn, group: 'view', keys: ['Mod++', 'Mod+='], icon: 'plus', run: zoom(1.25) },
  { id: 'zoom-out', name: say.zoomOut, group: 'view', keys: ['Mod+-'], icon: 'minus', run: zoom(0.8) },
  {
    id: 'zoom-100',
    name: say.zoomWhole,
    group: 'view',
    keys: ['Mod+0'],
    icon: 'search',
    run: ({ view }) => view.zoomTo(1),
  },
  {
    id: 'fit',
    name: say.fit,
    group: 'view',
    keys: ['Shift+1'],
    icon: 'maximize',
    run: ({ view }) => view.fit(),
  },
  {
    id: 'zoom-selection',
    name: say.showSelection,
    group: 'view',
    keys: ['Shift+2'],
    icon: 'crosshair',
    isEnabled: hasSelection,
    run: ({ view, editor }) => view.show([...editor.getState().blocks, ...editor.getState().groups]),
  },
  {
    id: 'trace',
    name: ({ editor }) => (editor.getState().isTracing ? say.showAll : say.trace),
    title: say.trace,
    group: 'view',
    icon: 'waypoints',
    isEnabled: hasRequestPath,
    run: ({ editor }) => editor.setState({ isTracing: !editor.getState().isTracing, step: null }),
  },
  {
    id: 'what-if',
    name: ({ editor }) => (editor.getState().whatIf ? say.whatIfEnd : say.whatIf),
    title: say.whatIf,
    group: 'view',
    icon: 'sliders-horizontal',
    isEnabled: hasRequestPath,
    run: ({ editor }) =>
      editor.setState({ whatIf: editor.getState().whatIf ? null : { load: 1, down: new Set() }, finding: null }),
  },
  {
    id: 'outline',
    name: ({ editor }) => (editor.getState().isOutlineOpen ? say.outlineClose : say.outline),
    title: say.outlineWhole,
    group: 'view',
    keys: ['O'],
    icon: 'panel-left',
    run: ({ editor }) => editor.setState({ isOutlineOpen: !editor.getState().isOutlineOpen, isPaletteFolded: false }),
  },
  {
    id: 'fold-palette',
    name: say.foldPalette,
    group: 'view',
    keys: ['['],
    icon: 'panel-left',
    run: ({ editor }) => editor.setState({ isPaletteFolded: !editor.getState().isPaletteFolded }),
  },
  {
    id: 'fold-inspector',
    name: say.foldInspector,
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
