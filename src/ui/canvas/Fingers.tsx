import { useEffect, useRef } from 'react'
import { useSession } from '../session/hooks'
import { followFingers } from './touch'

/** What two fingers and a resting finger do on the canvas around it. */
export function Fingers() {
  const session = useSession()
  const here = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const canvas = here.current?.closest<HTMLElement>('[data-canvas]')
    return canvas ? followFingers(session, canvas) : undefined
  }, [session])
  return <span ref={here} hidden />
}
