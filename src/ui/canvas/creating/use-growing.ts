import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { appendBlocks, type Side } from '../../../layout/append'
import { lookUp } from '../../../model/design'
import { canEdit, onlyBlock } from '../../commands/conditions'
import { commitNew, likelyOn, newBlockOf, nothingNext } from '../../commands/creating'
import { isTyping, keyNames } from '../../commands/keys'
import { growSpeech as say } from '../../messages/en'
import { PALETTE } from '../../palette/items'
import { announce } from '../../session/announce'
import { tell } from '../../session/editor-store'
import { useSession } from '../../session/hooks'
import type { Session } from '../../session/session'
import { growKey, sideOfKey } from './grow-keys'
import { erased, type Growing, oneMore, shown, typed } from './growing'

/**
 * Ctrl and an arrow show the likeliest next block beside the selected one, each further press one more; letting go of
 * Ctrl adds them. Letters choose among the kinds; from the first one on Ctrl need not be held, and Enter adds. Escape,
 * a press of the pointer and leaving the window give it up. Returns what is shown, or null.
 */
export function useGrowing(): Growing | null {
  const session = useSession()
  const [growing, setGrowing] = useState<Growing | null>(null)
  const now = useRef<Growing | null>(null)
  const isOpen = useStore(session.editor, editor => editor.dialog !== null || editor.menu !== null)

  useEffect(() => {
    const show = (next: Growing | null) => {
      if (next === now.current) return
      now.current = next
      setGrowing(next)
      showGhost(session, next)
    }
    const finish = () => {
      const { current } = now
      const { ghost } = session.editor.getState()
      show(null)
      if (current && ghost && shown(current).length > 0) commitNew(session, ghost)
    }
    const press = (side: Side) => {
      const before = now.current
      if (before?.side === side) show(oneMore(before))
      else show(begin(session, side))
    }
    const answer = (event: KeyboardEvent) => {
      const { current } = now
      const key = current ? growKey(event) : null
      if (!current || !key) return
      if (key.deed === 'side' && !event.repeat) press(key.side)
      else if (key.deed === 'type') show(typed(current, key.letter))
      else if (key.deed === 'erase') show(erased(current))
      else if (key.deed === 'latch') show({ ...current, isLatched: true })
      else if (key.deed === 'cancel') show(null)
      else if (key.deed === 'commit') finish()
    }
    const onKeyDown = (event: KeyboardEvent) => {
      const side = now.current ? null : sideOfKey(event)
      if (!now.current && (!side || !isAsked(session, event))) return
      event.preventDefault()
      event.stopPropagation()
      if (side && !event.repeat) press(side)
      else answer(event)
    }
    const onKeyUp = (event: KeyboardEvent) => {
      if (now.current && !now.current.isLatched && !event.ctrlKey && !event.metaKey) finish()
    }
    const giveUp = () => show(null)
    // Ctrl+W closes the page before it is asked what the W was for: the browser asks the person then.
    const onLeave = (event: BeforeUnloadEvent) => now.current && event.preventDefault()
    window.addEventListener('keydown', onKeyDown, true)
    window.addEventListener('keyup', onKeyUp, true)
    window.addEventListener('pointerdown', giveUp, true)
    window.addEventListener('blur', giveUp)
    window.addEventListener('beforeunload', onLeave)
    return () => {
      show(null)
      window.removeEventListener('keydown', onKeyDown, true)
      window.removeEventListener('keyup', onKeyUp, true)
      window.removeEventListener('pointerdown', giveUp, true)
      window.removeEventListener('blur', giveUp)
      window.removeEventListener('beforeunload', onLeave)
    }
  }, [session])
  return isOpen ? null : growing
}

/** Whether the arrow is meant for the canvas: one block is selected, and no field, dialog or other mode has the keys. */
function isAsked(session: Session, event: KeyboardEvent): boolean {
  const { dialog, menu, connecting, renaming } = session.editor.getState()
  if (event.defaultPrevented || isTyping(event.target) || document.querySelector('dialog[open], [role="menu"]'))
    return false
  if (dialog !== null || menu !== null || connecting !== null || renaming !== null) return false
  return canEdit(session) && onlyBlock(session) !== null
}

/** The likeliest block on a side of the selected one; null where none may stand there, which is told. */
function begin(session: Session, side: Side): Growing | null {
  const from = onlyBlock(session)
  if (from === null) return null
  const { way, kinds } = likelyOn(session, from, side)
  const places = new Map(kinds.map((kind, place) => [kind, place]))
  const plain = kinds.flatMap(kind => PALETTE.find(item => item.id === kind) ?? [])
  const presets = PALETTE.filter(item => places.has(item.kind) && !plain.includes(item))
  if (plain.length === 0) {
    tell(session.editor, { text: nothingNext(session, from) })
    return null
  }
  return { from, side, way, items: [...plain, ...presets], count: 1, query: '', isLatched: false }
}

/** Shows on the canvas what would be added, and says it. */
function showGhost(session: Session, growing: Growing | null): void {
  if (!growing) {
    session.editor.setState({ ghost: null })
    return
  }
  const items = shown(growing)
  const ghost = appendBlocks(session.design(), growing, items.map(newBlockOf))
  session.editor.setState({ ghost: items.length > 0 ? ghost : null })
  const names = items.map(({ name }) => name).join(', ')
  const beside = lookUp(session.design().blocks, growing.from)?.label ?? ''
  const how = growing.isLatched ? say.enter : say.letGo(keyNames('Mod')[0] ?? '')
  announce(session, names === '' ? say.none(growing.query) : say[growing.way](names, beside, how))
}
