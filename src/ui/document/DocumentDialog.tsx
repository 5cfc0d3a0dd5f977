import { useLayoutEffect, useMemo, useRef } from 'react'
import { createPortal } from 'react-dom'
import { draw } from '../../drawing/draw'
import { documentOf } from '../../formats/document/document'
import { writeMarkdown } from '../../formats/document/write-markdown'
import { fileName } from '../commands/files'
import { useAddress, useLoadsAndTotals } from '../export/use-drawing'
import { useFonts } from '../export/use-fonts'
import { saveText } from '../files/save-text'
import { documentDialog as say } from '../messages/en'
import { Button } from '../parts/Button'
import { tell } from '../session/editor-store'
import { useDesign, useSession } from '../session/hooks'
import styles from './Document.module.css'
import { PartView } from './PartView'

/** The design as a document: to read, to print or save as PDF by the browser, or to take away as Markdown. */
export default function DocumentDialog() {
  const session = useSession()
  const element = useRef<HTMLDialogElement>(null)
  const design = useDesign(design => design)
  const parts = useMemo(() => documentOf(design), [design])
  const fonts = useFonts(design)
  const numbers = useLoadsAndTotals()
  const svg = useMemo(
    () => (fonts ? draw(design, { theme: 'light', background: false, legend: true, fonts, ...numbers }).svg : null),
    [design, fonts, numbers],
  )
  const picture = useAddress(svg, 'image/svg+xml')
  const close = () => session.editor.setState({ dialog: null })
  // Closed while it is still on the page: it then gives the focus back.
  useLayoutEffect(() => {
    const dialog = element.current
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
  const save = async () => {
    const name = fileName(design.about.design.title)
    const { isSaved } = await saveText(writeMarkdown(parts, svg ? `${name}.svg` : undefined), `${name}.md`)
    if (!isSaved) return
    if (svg) await saveText(svg, `${name}.svg`)
    close()
    tell(session.editor, { text: svg ? say.savedWithPicture(name) : say.saved(name) })
  }
  return createPortal(
    <dialog
      ref={element}
      className={styles.dialog}
      aria-label={say.title}
      onCancel={event => {
        event.preventDefault()
        close()
      }}
      onKeyDown={event => event.stopPropagation()}
    >
      <div className={styles.bar}>
        <strong>{say.title}</strong>
        <Button look="secondary" icon="file-text" onClick={() => void save()}>
          {say.saveMarkdown}
        </Button>
        <Button look="primary" onClick={() => window.print()}>
          {say.print}
        </Button>
        <Button icon="x" aria-label={say.close} onClick={close} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard, too */}
      <article className={styles.page} tabIndex={0}>
        {parts.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a document have no identity but their place
          <PartView key={index} part={part} picture={picture} />
        ))}
      </article>
    </dialog>,
    document.body,
  )
}
