import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Design } from '../../model/design'
import type { DesignDocument } from '../../store/document'
import type { Supposed } from '../numbers/supposing'
import type { EditorStore } from './editor-store'
import type { Explain } from './session'

/** The numbers of the design as it is, or as the question “what if” makes it; null until the code is loaded. */
export type NumbersStore = StoreApi<Supposed | { readonly numbers: null; readonly outage: null }>

/** Keeps the numbers in step with the design: at once, not after a pause, so that a number follows what is typed. */
export function createNumbersStore(
  document: DesignDocument,
  editor: EditorStore,
  onLoad: (explain: Explain) => void,
): NumbersStore {
  const store = createStore<ReturnType<NumbersStore['getState']>>(() => ({ numbers: null, outage: null }))
  const code = Promise.all([import('../numbers/supposing'), import('../numbers/explain')])
  void code.then(([{ numbersSupposing }, explain]) => {
    onLoad(explain)
    const follow = () => store.setState(numbersSupposing(document.getState().design, editor.getState().whatIf))
    follow()
    document.subscribe((state, before) => {
      if (isCounted(state.design, before.design)) follow()
    })
    editor.subscribe((state, before) => {
      if (state.whatIf !== before.whatIf) follow()
    })
  })
  return store
}

/** Whether an edit changed anything that a number is worked out from: titles, rooms and waivers are not. */
function isCounted(after: Design, before: Design): boolean {
  return after.blocks !== before.blocks || after.flows !== before.flows || after.brief !== before.brief
}
