import { useEffect, useState } from 'react'
import { documents } from '../documents'
import { keptInWords } from './kept'

/** What this browser keeps, in words; empty until it was counted. */
export function useKept(): string {
  const [text, setText] = useState('')
  useEffect(() => {
    let isGone = false
    void Promise.all([documents.list(), documents.removed()]).then(([listed, removed]) => {
      if (!isGone) setText(keptInWords(listed.documents.length, removed.documents.length, listed.problem !== null))
    })
    return () => {
      isGone = true
    }
  }, [])
  return text
}
