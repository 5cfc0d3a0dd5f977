import { useEffect, useState } from 'react'
import type { Choice } from '../../kinds/choices/index'

type Choices = typeof import('../../kinds/choices/index')

let loaded: Choices | null = null

/** What compares the options of a property; it knows nothing until the comparisons, which are long, are loaded. */
export function useChoiceOf(): (key: string, kind?: string) => Choice | undefined {
  const [choices, setChoices] = useState(loaded)
  useEffect(() => {
    if (loaded) return
    void import('../../kinds/choices/index').then(module => {
      loaded = module
      setChoices(module)
    })
  }, [])
  return (key, kind) => choices?.choiceOf(key, kind)
}
