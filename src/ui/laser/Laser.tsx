import { useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import styles from './Laser.module.css'
import { drawLaser } from './laser-light'

/**
 * A laser over the diagram: a red dot under the pointer and, while it is pressed, a trail that fades. It catches the
 * pointer, so that nothing is moved by pointing at it; the wheel and the middle button still move the view.
 */
export default function Laser() {
  const screen = useRef<HTMLDivElement>(null)
  const picture = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    if (screen.current && picture.current) return drawLaser(screen.current, picture.current)
  }, [])
  const renderer = document.querySelector('[data-canvas] .react-flow__renderer')
  if (!renderer) return null
  return createPortal(
    <div ref={screen} className={styles.laser} data-laser="">
      <canvas ref={picture} className={styles.picture} />
    </div>,
    renderer,
  )
}
