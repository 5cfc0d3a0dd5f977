import { useEffect, useState } from 'react'
import { isMotionReduced } from '../session/motion'

/** Milliseconds without a move of the pointer or a key after which the bar steps back. */
const QUIET_MS = 3000

const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const

/** Whether nobody moved anything for a while. Where less motion is wanted the answer is always no. */
export function useQuiet(): boolean {
  const [isQuiet, setQuiet] = useState(false)
  useEffect(() => {
    if (isMotionReduced()) return
    let timer: ReturnType<typeof setTimeout>
    const wake = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setQuiet(true), QUIET_MS)
      setQuiet(false)
    }
    wake()
    for (const sign of SIGNS) window.addEventListener(sign, wake, true)
    return () => {
      clearTimeout(timer)
      for (const sign of SIGNS) window.removeEventListener(sign, wake, true)
    }
  }, [])
  return isQuiet
}
