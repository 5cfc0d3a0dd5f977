import { useEffect, useState } from 'react'
import type { EmbeddedFont } from '../../drawing/draw'
import type { Design } from '../../model/design'
import { fontsFor } from './fonts'

/** The fonts that a picture of this design carries; null until they are loaded. */
export function useFonts(design: Design): readonly EmbeddedFont[] | null {
  const [fonts, setFonts] = useState<readonly EmbeddedFont[] | null>(null)
  useEffect(() => {
    let isGone = false
    void fontsFor(design).then(ready => !isGone && setFonts(ready))
    return () => {
      isGone = true
    }
  }, [design])
  return fonts
}
