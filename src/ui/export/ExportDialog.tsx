import { useEffect, useMemo, useState } from 'react'
import { draw, type EmbeddedFont } from '../../drawing/draw'
import { fileName } from '../commands/files'
import { saveBlob } from '../files/save-text'
import { Button } from '../parts/Button'
import { Dialog } from '../parts/Dialog'
import { isDarkNow } from '../parts/ThemeButton'
import { tell } from '../session/editor-store'
import { useAnalysis, useDesign, useEditor, useSession } from '../session/hooks'
import styles from './ExportDialog.module.css'
import { fontsFor } from './fonts'
import { Choice, Toggle } from './Options'
import { pngOf, realScale } from './picture'

type Theme = 'light' | 'dark'
type Format = 'png' | 'svg'

/** Exports the design as a picture for a slide: what the preview shows is what the file holds. */
export default function ExportDialog() {
  const session = useSession()
  const design = useDesign(design => design)
  const selected = useEditor(editor => editor.blocks)
  const byId = useAnalysis(analysis => analysis.byId)
  const [format, setFormat] = useState<Format>('png')
  const [theme, setTheme] = useState<Theme>(isDarkNow() ? 'dark' : 'light')
  const [scale, setScale] = useState(2)
  const [isTransparent, setTransparent] = useState(false)
  const [hasBadges, setBadges] = useState(false)
  const [hasLegend, setLegend] = useState(true)
  const [part, setPart] = useState<'whole' | 'selection'>('whole')
  const [fonts, setFonts] = useState<readonly EmbeddedFont[] | null>(null)
  const [isBusy, setBusy] = useState(false)
  useEffect(() => {
    let isGone = false
    void fontsFor(design).then(ready => !isGone && setFonts(ready))
    return () => {
      isGone = true
    }
  }, [design])
  const picture = useMemo(() => {
    const marks = new Map(
      [...byId].map(([id, findings]) => [id, { severity: findings[0]?.severity ?? 'info', count: findings.length }]),
    )
    return draw(design, {
      theme,
      background: !isTransparent,
      legend: hasLegend,
      ...(part === 'selection' ? { only: selected } : {}),
      ...(hasBadges ? { marks } : {}),
      ...(fonts ? { fonts } : {}),
    })
  }, [design, theme, isTransparent, hasLegend, hasBadges, part, selected, byId, fonts])
  const preview = useMemo(() => URL.createObjectURL(new Blob([picture.svg], { type: 'image/svg+xml' })), [picture])
  useEffect(() => () => URL.revokeObjectURL(preview), [preview])
  const factor = realScale(picture.width, picture.height, scale)
  const close = () => session.editor.setState({ isExporting: false })
  const save = async () => {
    setBusy(true)
    try {
      const name = `${fileName(design.about.design.title)}.${format}`
      const blob =
        format === 'svg'
          ? new Blob([picture.svg], { type: 'image/svg+xml' })
          : await pngOf(picture.svg, picture.width, picture.height, scale)
      const { isSaved } = await saveBlob(blob, name)
      if (isSaved) {
        close()
        tell(session.editor, { text: `Exported as ${name}.` })
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      tell(session.editor, { text: `The picture was not exported: ${reason}.`, severity: 'error' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog title="Export a picture" onClose={close}>
      <div className={styles.export}>
        <div className={styles.preview} data-transparent={isTransparent}>
          <img src={preview} alt={`Preview of ${design.about.design.title}`} />
        </div>
        <div className={styles.options}>
          <Choice
            name="Format"
            value={format}
            choices={[
              ['png', 'PNG'],
              ['svg', 'SVG'],
            ]}
            onChange={setFormat}
          />
          <Choice
            name="Theme"
            value={theme}
            choices={[
              ['light', 'Light'],
              ['dark', 'Dark'],
            ]}
            onChange={setTheme}
          />
          {format === 'png' && (
            <Choice
              name="Size"
              value={scale}
              choices={[
                [1, '1x'],
                [2, '2x'],
                [3, '3x'],
              ]}
              onChange={setScale}
            />
          )}
          {selected.size > 0 && (
            <Choice
              name="Part"
              value={part}
              choices={[
                ['whole', 'Whole'],
                ['selection', 'Selection'],
              ]}
              onChange={setPart}
            />
          )}
          <Toggle name="Transparent background" isOn={isTransparent} onChange={setTransparent} />
          <Toggle name="Legend of flows" isOn={hasLegend} onChange={setLegend} />
          <Toggle name="Finding badges" isOn={hasBadges} onChange={setBadges} />
          <p className={styles.size}>
            {format === 'svg'
              ? `${Math.round(picture.width)} x ${Math.round(picture.height)}, scales without loss`
              : `${Math.round(picture.width * factor)} x ${Math.round(picture.height * factor)} pixels`}
            {format === 'png' && factor < scale && ': the most that browsers draw. SVG has no such limit.'}
          </p>
          <Button look="primary" disabled={isBusy || fonts === null} onClick={() => void save()}>
            {`Export ${format.toUpperCase()}`}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
