import { useState } from 'react'
import type { Drawing, EmbeddedFont } from '../../drawing/draw'
import { fileName } from '../commands/files'
import { saveBlob } from '../files/save-text'
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
      tell(session.editor, { text: `The picture was not exported: ${reason}.`, severity: 'error' })
    } finally {
      setBusy(false)
    }
  }
  const save = () =>
    act(async picture => {
      const name = `${fileName(design.about.design.title)}.${options.format}`
      return (await saveBlob(picture, name)).isSaved ? `Exported as ${name}.` : null
    })
  const copy = () =>
    act(async picture => {
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })])
      return 'Copied as a picture.'
    })
  return (
    <Dialog title="Export a picture" onClose={close}>
      <div className={styles.export}>
        <div className={styles.preview} data-transparent={options.isTransparent} aria-busy={preview === null}>
          {preview && <img src={preview} alt={`Preview of ${design.about.design.title}. ${drawing.description}`} />}
        </div>
        <div className={styles.options}>
          <Fields options={options} onChange={change => setOptions({ ...options, ...change })} />
          <AltText text={`${design.about.design.title}. ${drawing.description}`} />
          <p className={styles.size}>{sizeOf(options, drawing)}</p>
          <div className={styles.buttons}>
            {options.format === 'png' && 'ClipboardItem' in window && (
              <Button look="secondary" icon="copy" disabled={isBusy || !fonts} onClick={() => void copy()}>
                Copy
              </Button>
            )}
            <Button look="primary" disabled={isBusy || !fonts} onClick={() => void save()}>
              {`Export ${options.format.toUpperCase()}`}
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
    if (!element) throw new Error('no canvas is on screen')
    return pngOfScreen(element, fonts, options.scale)
  }
  if (options.format === 'svg') return new Blob([drawing.svg], { type: 'image/svg+xml' })
  return pngOf(drawing.svg, drawing.width, drawing.height, options.scale)
}

/** The true size of what comes out, and why it is less than was asked for where the browser has its limit. */
function sizeOf({ source, format, scale }: ExportOptions, drawing: Drawing): string {
  const element = source === 'screen' ? canvasOnScreen() : null
  const { width, height } = element ? { width: element.clientWidth, height: element.clientHeight } : drawing
  if (format === 'svg') return `${Math.round(width)} x ${Math.round(height)}, scales without loss`
  const factor = realScale(width, height, scale)
  const size = `${Math.round(width * factor)} x ${Math.round(height * factor)} pixels`
  return factor < scale ? `${size}: the most that browsers draw. SVG has no such limit.` : size
}
