import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { Design } from '../../model/design'
import { invariant } from '../../model/invariant'
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

/** One value of what lint found. */
export function useAnalysis<T>(choose: (analysis: AnalysisState) => T): T {
  return useStore(useSession().analysis, choose)
}
