import { useState } from 'react'
import type { Drawing, EmbeddedFont } from '../../drawing/draw'
import { fileName } from '../commands/files'
import { saveBlob } from '../files/save-text'
import { exportDialog as say, screenFailures } from '../messages/en'
import { Button } from '../parts/Button'
import { Dialog } from '../parts/Dialog'
import { isDarkNow } from '../parts/ThemeButton'
import { tell } from '../session/editor-store'
import { useDesign, useEditor, useSession } from '../session/hooks'
import { AltText } from './AltText'
import styles from './ExportDialog.module.css'
import { Fields } from './Fields'
import type { ExportOptions } from './options'
import { pngOf, realScale } from './picture'
import { canvasOnScreen, pngOfScreen } from './screen'
import { useAddress, useDrawing } from './use-drawing'
import { useFonts } from './use-fonts'
import { useScreen } from './use-screen'

/** Exports the design as a picture for a slide: what the preview shows is what the file holds. */
export default function ExportDialog() {
  const session = useSession()
  const design = useDesign(design => design)
  const isPart = useEditor(editor => editor.dialog === 'export-selection' && editor.blocks.size > 0)
  const [options, setOptions] = useState<ExportOptions>(() => startWith(isPart))
  const [isBusy, setBusy] = useState(false)
  const fonts = useFonts(design)
  const drawing = useDrawing(design, options, fonts)
  const screen = useScreen(options.source === 'screen', fonts)
  const drawn = useAddress(drawing.svg, 'image/svg+xml')
  const taken = useAddress(screen, 'image/png')
  const preview = options.source === 'screen' ? taken : drawn
  const close = () => session.editor.setState({ dialog: null })
  const act = async (deed: (picture: Blob) => Promise<string | null>) => {
    setBusy(true)
    try {
      const done = await deed(await bytesOf(options, drawing, fonts ?? []))
      if (done === null) return
      close()
      tell(session.editor, { text: done })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      tell(session.editor, { text: say.failed(reason), severity: 'error' })
    } finally {
      setBusy(false)
    }
  }
  const save = () =>
    act(async picture => {
      const name = `${fileName(design.about.design.title)}.${options.format}`
      return (await saveBlob(picture, name)).isSaved ? say.exported(name) : null
    })
  const copy = () =>
    act(async picture => {
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })])
      return say.copied
    })
  return (
    <Dialog title={say.title} onClose={close}>
      <div className={styles.export}>
        <div className={styles.preview} data-transparent={options.isTransparent} aria-busy={preview === null}>
          {preview && <img src={preview} alt={say.preview(design.about.design.title, drawing.description)} />}
        </div>
        <div className={styles.options}>
          <Fields options={options} onChange={change => setOptions({ ...options, ...change })} />
          <AltText text={`${design.about.design.title}. ${drawing.description}`} />
          <p className={styles.size}>{sizeOf(options, drawing)}</p>
          <div className={styles.buttons}>
            {options.format === 'png' && 'ClipboardItem' in window && (
              <Button look="secondary" icon="copy" disabled={isBusy || !fonts} onClick={() => void copy()}>
                {say.copy}
              </Button>
            )}
            <Button look="primary" disabled={isBusy || !fonts} onClick={() => void save()}>
              {say.export(options.format.toUpperCase())}
            </Button>
          </div>
        </div>
      </div>
    </Dialog>
  )
}

function startWith(isPart: boolean): ExportOptions {
  return {
    source: 'drawing',
    format: 'png',
    theme: isDarkNow() ? 'dark' : 'light',
    part: isPart ? 'selection' : 'whole',
    scale: 2,
    isTransparent: false,
    hasBadges: false,
    hasLegend: true,
    hasWaivers: true,
    hasNumbers: true,
  }
}

/** The picture as the options ask for. */
async function bytesOf(options: ExportOptions, drawing: Drawing, fonts: readonly EmbeddedFont[]): Promise<Blob> {
  if (options.source === 'screen') {
    const element = canvasOnScreen()
    if (!element) throw new Error(screenFailures.noCanvas)
    return pngOfScreen(element, fonts, options.scale)
  }
  if (options.format === 'svg') return new Blob([drawing.svg], { type: 'image/svg+xml' })
  return pngOf(drawing.svg, drawing.width, drawing.height, options.scale)
}

/** The true size of what comes out, and why it is less than was asked for where the browser has its limit. */
function sizeOf({ source, format, scale }: ExportOptions, drawing: Drawing): string {
  const element = source === 'screen' ? canvasOnScreen() : null
  const { width, height } = element ? { width: element.clientWidth, height: element.clientHeight } : drawing
  if (format === 'svg') return say.withoutLoss(Math.round(width), Math.round(height))
  const factor = realScale(width, height, scale)
  const size = say.pixels(Math.round(width * factor), Math.round(height * factor))
  return factor < scale ? say.mostPixels(size) : size
}
