import { draw } from '../../drawing/draw'
import { contentsOf } from '../../model/groups'
import { fontsFor } from '../export/fonts'
import { pngOf } from '../export/picture'
import { copyingPicture as say } from '../messages/en'
import { isDarkNow } from '../parts/ThemeButton'
import { tell } from '../session/editor-store'
import type { Session } from '../session/session'

/** Pixels of the picture for each canvas pixel: sharp on a slide. */
const SCALE = 2

/** Puts a picture of what is selected, or of the whole design, on the clipboard; where that is refused, says what to do. */
export async function copyPicture(session: Session): Promise<void> {
  const { blocks, groups } = session.editor.getState()
  const isPart = blocks.size + groups.size > 0
  try {
    // The browser is asked at once, while the key counts as the person's own; the bytes follow.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': pictureOf(session, isPart) })])
    tell(session.editor, {
      text: isPart ? say.selection : say.design,
    })
  } catch {
    tell(session.editor, {
      text: say.refused,
      severity: 'error',
      action: {
        name: say.exportIt,
        run: () => session.editor.setState({ dialog: isPart ? 'export-selection' : 'export' }),
      },
    })
  }
}

async function pictureOf(session: Session, isPart: boolean): Promise<Blob> {
  const design = session.design()
  const { blocks, groups } = session.editor.getState()
  const inside = contentsOf(design, groups)
  const only = new Set([...blocks, ...inside.blocks, ...inside.groups])
  const { svg, width, height } = draw(design, {
    theme: isDarkNow() ? 'dark' : 'light',
    fonts: await fontsFor(design),
    ...(isPart ? { only } : {}),
  })
  return pngOf(svg, width, height, SCALE)
}
