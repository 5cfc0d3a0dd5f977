import { useEffect, useState } from 'react'
import type { EmbeddedFont } from '../../drawing/draw'
import { canvasOnScreen, pngOfScreen } from './screen'

/** A small picture of the canvas as it is on screen, for the preview; null until it is taken, or when nobody asks. */
export function useScreen(isWanted: boolean, fonts: readonly EmbeddedFont[] | null): Blob | null {
  const [picture, setPicture] = useState<Blob | null>(null)
  useEffect(() => {
    const element = canvasOnScreen()
    if (!isWanted || !fonts || !element) return
    let isGone = false
    void pngOfScreen(element, fonts, 1).then(blob => !isGone && setPicture(blob))
    return () => {
      isGone = true
    }
  }, [isWanted, fonts])
  return isWanted ? picture : null
}
