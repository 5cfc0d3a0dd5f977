import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { Health, Outage } from '../../budget/outage'
import type { Design, Id } from '../../model/design'
import { invariant } from '../../model/invariant'
import type { Numbers } from '../numbers/numbers'
import type { AnalysisState } from './analysis'
import type { EditorState } from './editor-store'
import type { Session } from './session'

export const SessionContext = createContext<Session | null>(null)

/** The open document and all around it. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  invariant(session, 'useSession is used outside an open document')
  return session
}

/** One value of the design; the component renders again when it changes. */
export function useDesign<T>(choose: (design: Design) => T): T {
  return useStore(useSession().document, state => choose(state.design))
}

/** One value of the editor's state. */
export function useEditor<T>(choose: (editor: EditorState) => T): T {
  return useStore(useSession().editor, choose)
}

/** One value of the numbers of the design; undefined until they are worked out. */
export function useNumbers<T>(choose: (numbers: Numbers) => T): T | undefined {
  return useStore(useSession().numbers, state => (state.numbers ? choose(state.numbers) : undefined))
}

/** How a block fares under the question “what if”; undefined while it fares well or nothing is asked. */
export function useHealth(id: Id): 'down' | Health | undefined {
  const isDown = useEditor(editor => editor.whatIf?.down.has(id) ?? false)
  const health = useStore(useSession().numbers, state => state.outage?.health.get(id))
  return isDown ? 'down' : health
}

/** What comes of the blocks that are supposed to be down; null while nothing is asked. */
export function useOutage(): Outage | null {
  return useStore(useSession().numbers, state => state.outage)
}

/** How a presentation shows a block, flow or room: spoken of, standing back, or as always. */
export function useStage(id: Id): 'now' | 'back' | undefined {
  return useEditor(({ stage }) => (stage?.now.has(id) ? 'now' : stage?.lit && !stage.lit.has(id) ? 'back' : undefined))
}

/** One value of what lint found. */
export function useAnalysis<T>(choose: (analysis: AnalysisState) => T): T {
  return useStore(useSession().analysis, choose)
}
