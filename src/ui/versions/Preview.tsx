import { useMemo } from 'react'
import { draw } from '../../drawing/draw'
import type { Design } from '../../model/design'
import { useAddress } from '../export/use-drawing'
import { useFonts } from '../export/use-fonts'
import { versionHistory as say } from '../messages/en'
import { isDarkNow } from '../parts/ThemeButton'
import styles from './Versions.module.css'

/** What a version looked like, as a picture. */
export function Preview({ design, when }: { readonly design: Design; readonly when: string }) {
  const fonts = useFonts(design)
  const isDrawn = Object.values(design.blocks).some(block => block.at)
  const svg = useMemo(
    () =>
      fonts && isDrawn ? draw(design, { theme: isDarkNow() ? 'dark' : 'light', background: true, fonts }).svg : null,
    [design, fonts, isDrawn],
  )
  const address = useAddress(svg, 'image/svg+xml')
  return (
    <div className={styles.preview} aria-busy={isDrawn && address === null}>
      {address && <img src={address} alt={say.preview(when)} />}
      {!isDrawn && <p>{say.nothingDrawn}</p>}
    </div>
  )
}
