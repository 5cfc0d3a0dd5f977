import { useEffect, useRef, useState } from 'react'
import type { Id } from '../../../model/design'
import { isTyping } from '../../commands/keys'
import { useSession } from '../../session/hooks'
import { changeConnecting, pointAt, stopConnecting, take, turnConnecting } from './connecting'
import { stepTarget, targetNamed, targetsOf } from './targets'

/** Which way an arrow walks through the targets. */
const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/**
 * The keys while a flow is drawn: arrows walk the blocks that it may join, letters find one by its name, Enter takes it,
 * Tab turns the flow round, Q keeps drawing, Escape ends it. Returns what was typed.
 */
export function useConnectKeys(): string {
  const session = useSession()
  const [text, setText] = useState('')
  const now = useRef('')
  useEffect(() => {
    const say = (next: string) => {
      now.current = next
      setText(next)
    }
    const show = (id: Id | null) => {
      pointAt(session, id)
      if (id !== null) session.view.show([id])
    }
    const onKeyDown = (event: KeyboardEvent) => {
      const { connecting, dialog, menu } = session.editor.getState()
      const isElsewhere = isTyping(event.target) || document.querySelector('dialog[open], [role="menu"]') !== null
      if (!connecting || dialog !== null || menu !== null || isElsewhere) return
      const isOwnButton = event.target instanceof HTMLButtonElement
      if (event.ctrlKey || event.metaKey || event.altKey || (isOwnButton && /^(Enter| |Tab)$/.test(event.key))) return
      const { from, over, isReversed, isKept } = connecting
      const targets = targetsOf(session.design(), from, isReversed)
      const step = STEPS[event.key]
      const isLetter = /^[\p{L}\p{N} -]$/u.test(event.key)
      if (step) {
        say('')
        show(stepTarget(session.design(), targets, over ?? from, step))
      } else if (event.key === 'Enter') {
        say('')
        if (over !== null) take(session, over)
      } else if (event.key === 'Tab') turnConnecting(session)
      else if (event.key === 'Escape') stopConnecting(session)
      else if (event.key === 'Backspace') say(now.current.slice(0, -1))
      else if (/^q$/i.test(event.key) && now.current === '') changeConnecting(session, { isKept: !isKept })
      else if (isLetter) {
        say((now.current + event.key).trimStart())
        const named = now.current === '' ? null : targetNamed(session.design(), targets, now.current)
        if (named !== null) show(named)
      } else return
      event.preventDefault()
      event.stopPropagation()
    }
    const onPoint = () => now.current !== '' && say('')
    window.addEventListener('keydown', onKeyDown, true)
    window.addEventListener('pointermove', onPoint)
    return () => {
      window.removeEventListener('keydown', onKeyDown, true)
      window.removeEventListener('pointermove', onPoint)
    }
  }, [session])
  return text
}
