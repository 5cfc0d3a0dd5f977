import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { isPressed } from '../commands/keys'
import { showBlock, showFlow } from '../commands/showing'
import { findBar as say } from '../messages/en'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { useAnalysis, useDesign, useEditor, useSession } from '../session/hooks'
import styles from './FindBar.module.css'
import { findOnCanvas, type Hit } from './search'

/** Finds blocks and flows by what is written on them, and shows one after the other. */
export default function FindBar() {
  return useEditor(editor => editor.isFindOpen) ? <OpenFindBar /> : null
}

function OpenFindBar() {
  const session = useSession()
  const design = useDesign(all => all)
  const findings = useAnalysis(analysis => analysis.findings)
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const hits = useMemo(() => findOnCanvas(design, findings, query), [design, findings, query])
  const hit = hits[at] ?? hits[0]
  useEffect(() => field.current?.focus(), [])

  const show = (one: Hit | undefined) => {
    if (one?.table === 'blocks') showBlock(session, one.id)
    else if (one) showFlow(session, one.id)
  }
  const type = (text: string) => {
    setQuery(text)
    setAt(0)
    show(findOnCanvas(design, findings, text)[0])
  }
  const go = (step: 1 | -1) => {
    if (hits.length === 0) return
    const next = (Math.min(at, hits.length - 1) + step + hits.length) % hits.length
    setAt(next)
    show(hits[next])
  }
  const close = () => {
    session.editor.setState({ isFindOpen: false })
    session.view.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && event.target === field.current) go(event.shiftKey ? -1 : 1)
    else if (isPressed('Mod+F', event.nativeEvent)) field.current?.select()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const isSearching = query.trim() !== ''
  return (
    <search className={styles.bar} onKeyDown={onKeyDown}>
      <div className={styles.line}>
        <Icon name="search" size={14} />
        <input
          ref={field}
          id="find-on-canvas"
          type="text"
          aria-label={say.title}
          aria-describedby="find-count"
          placeholder={say.title}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={event => type(event.target.value)}
        />
        <span id="find-count" className={styles.count} role="status">
          {isSearching && (hits.length === 0 ? say.none : say.count(Math.min(at, hits.length - 1) + 1, hits.length))}
        </span>
        <span className={styles.divider} />
        <Button
          icon="chevron-up"
          size="small"
          aria-label={say.previous}
          disabled={hits.length === 0}
          onClick={() => go(-1)}
        />
        <Button
          icon="chevron-down"
          size="small"
          aria-label={say.next}
          disabled={hits.length === 0}
          onClick={() => go(1)}
        />
        <Button icon="x" size="small" aria-label={say.close} onClick={close} />
      </div>
      {isSearching && hit && hit.place !== 'name' && (
        <p className={styles.preview} aria-live="polite">
          <b>
            <bdi>{hit.name}</bdi>
          </b>
          <span>
            {say.before[hit.place]}
            <bdi>{hit.text}</bdi>
          </span>
        </p>
      )}
    </search>
  )
}
