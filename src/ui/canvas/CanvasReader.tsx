import { useReactFlow } from '@xyflow/react'
import { type RefObject, useEffect } from 'react'
import { isThere } from '../../graph/stops'
import { standIn, stepFrom } from '../../graph/walk'
import { isTyping } from '../commands/keys'
import { commandOf, runCommand } from '../commands/registry'
import { canvasReader as say } from '../messages/en'
import { elementOf, mark, nameElements, shownAs } from '../reader/elements'
import { hasOne } from '../reader/selected'
import { wayIntoSight } from '../reader/sight'
import { useSession } from '../session/hooks'
import type { Session } from '../session/session'
import { useCanvasStore } from './canvas-context'
// Not needed to paint, but to answer the first key at once.
import '../reader/walking'

interface CanvasReaderProps {
  readonly wrapper: RefObject<HTMLDivElement | null>
}

/** Milliseconds of quiet before the names of elements are made anew; one that gets the focus is named at once. */
const QUIET_MS = 250

/** Milliseconds in which the view moves to what has the focus; none where motion is not wanted. */
const MOVE_MS = 160

/** Makes the diagram one tab stop that screen readers can walk through: names, focus, and what to press. */
export function CanvasReader({ wrapper }: CanvasReaderProps) {
  useFollowSelection()
  useFocusMark(wrapper)
  useNames(wrapper)
  useKeyboardUse(wrapper)
  return (
    <p id="canvas-help" hidden>
      {say.help}
    </p>
  )
}

/** The keyboard stands on what was selected alone, unless that said where it stands itself, and beside what went. */
function useFollowSelection(): void {
  const session = useSession()
  useEffect(() => {
    const { editor, document } = session
    const unselect = editor.subscribe((state, before) => {
      if (state.blocks === before.blocks && state.flows === before.flows && state.groups === before.groups) return
      const only = state.focus === before.focus ? hasOne(state) : null
      if (only && only.id !== state.focus?.id) editor.setState({ focus: only })
    })
    const undesign = document.subscribe(({ design }, { design: before }) => {
      const { focus } = editor.getState()
      if (focus && design !== before && !isThere(design, focus))
        editor.setState({ focus: standIn(before, design, focus) })
    })
    return () => {
      unselect()
      undesign()
    }
  }, [session])
}

/** Keeps the ring and `aria-activedescendant` on the focused element, and that in sight while keys are used. */
function useFocusMark(wrapper: RefObject<HTMLDivElement | null>): void {
  const session = useSession()
  const canvas = useCanvasStore()
  const flow = useReactFlow()
  useEffect(() => {
    const follow = () => {
      const { focus } = session.editor.getState()
      if (wrapper.current) mark(session, wrapper.current, focus)
    }
    const reveal = () => {
      const { focus } = session.editor.getState()
      const area = wrapper.current
      const element = area && focus && elementOf(area, shownAs(session.design(), focus))
      if (!element || area.dataset.keys === undefined || !area.querySelector('.react-flow:focus')) return
      const way = wayIntoSight(area, element)
      if (way.x === 0 && way.y === 0) return
      const { x, y, zoom } = flow.getViewport()
      const duration = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : MOVE_MS
      void flow.setViewport({ x: x + way.x, y: y + way.y, zoom }, { duration })
    }
    const unfocus = session.editor.subscribe((state, before) => {
      if (state.focus === before.focus) return
      follow()
      reveal()
    })
    const uncanvas = canvas.subscribe((state, before) => {
      if (state.nodes !== before.nodes || state.flows !== before.flows) follow()
    })
    const root = wrapper.current?.querySelector('.react-flow')
    root?.addEventListener('focus', reveal)
    follow()
    return () => {
      unfocus()
      uncanvas()
      root?.removeEventListener('focus', reveal)
    }
  }, [session, canvas, flow, wrapper])
}

/** Names all elements soon after something that names speak of changed. */
function useNames(wrapper: RefObject<HTMLDivElement | null>): void {
  const session = useSession()
  const canvas = useCanvasStore()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let stopNaming = () => {}
    const nameAll = () => {
      stopNaming()
      if (wrapper.current) stopNaming = nameElements(session, wrapper.current)
    }
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(nameAll, QUIET_MS)
    }
    const listeners = [
      session.document.subscribe((state, before) => state.design !== before.design && soon()),
      session.analysis.subscribe(soon),
      session.numbers.subscribe(soon),
      session.editor.subscribe((state, before) => {
        if (state.blocks !== before.blocks || state.flows !== before.flows || state.groups !== before.groups) soon()
      }),
      canvas.subscribe((state, before) => (state.nodes !== before.nodes || state.flows !== before.flows) && soon()),
    ]
    nameAll()
    return () => {
      clearTimeout(timer)
      stopNaming()
      for (const unlisten of listeners) unlisten()
    }
  }, [session, canvas, wrapper])
}

/** Tells keys from the pointer for the ring, begins the walk when Tab comes to the canvas, and listens to Space. */
function useKeyboardUse(wrapper: RefObject<HTMLDivElement | null>): void {
  const session = useSession()
  useEffect(() => {
    const area = wrapper.current
    let isTap = false
    const onKeyDown = (event: KeyboardEvent) => {
      if (area) area.dataset.keys = ''
      if (event.key !== ' ' || !isOnDiagram(event)) return
      // Space held while the pointer drags moves the view; a tap selects.
      if (!event.repeat) isTap = !isTyping(event.target)
      event.preventDefault()
    }
    const onKeyUp = (event: KeyboardEvent) => {
      if (event.key === ' ' && isTap && isOnDiagram(event)) void runCommand(session, commandOf('toggle-focused'))
      isTap = false
    }
    const onPointerDown = () => {
      isTap = false
      if (area) delete area.dataset.keys
    }
    const onFocus = (event: Event) => {
      if (event.target instanceof Element && event.target.matches(':focus-visible')) beginWalk(session)
    }
    const root = area?.querySelector('.react-flow')
    window.addEventListener('keydown', onKeyDown, true)
    window.addEventListener('keyup', onKeyUp, true)
    window.addEventListener('pointerdown', onPointerDown, true)
    root?.addEventListener('focus', onFocus)
    return () => {
      window.removeEventListener('keydown', onKeyDown, true)
      window.removeEventListener('keyup', onKeyUp, true)
      window.removeEventListener('pointerdown', onPointerDown, true)
      root?.removeEventListener('focus', onFocus)
    }
  }, [session, wrapper])
}

function isOnDiagram({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.matches('.react-flow')
}

function beginWalk(session: Session): void {
  const { focus } = session.editor.getState()
  if (!focus) session.editor.setState({ focus: stepFrom(session.design(), null, 'first') })
}
