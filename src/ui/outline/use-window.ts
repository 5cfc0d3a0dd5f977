import { type RefObject, useCallback, useEffect, useState } from 'react'

/** Height of a line, in pixels. */
export const ROW = 26

/** Up to so many lines all are in the page: browsers and screen readers then find every word of them. */
const ALL = 200

/** Lines kept above and below what is in sight. */
const MARGIN = 12

/** Which lines are in the page, the active one always, and a way to bring a line into sight. */
export function useWindow(grid: RefObject<HTMLDivElement | null>, count: number, active: number) {
  const [range, setRange] = useState({ from: 0, to: ALL })
  const isWhole = count <= ALL
  useEffect(() => {
    const element = grid.current
    if (!element || isWhole) return
    const follow = () => {
      const from = Math.max(0, Math.floor(element.scrollTop / ROW) - MARGIN)
      const to = Math.ceil((element.scrollTop + element.clientHeight) / ROW) + MARGIN
      setRange(old => (old.from === from && old.to === to ? old : { from, to }))
    }
    follow()
    element.addEventListener('scroll', follow)
    const resizing = new ResizeObserver(follow)
    resizing.observe(element)
    return () => {
      element.removeEventListener('scroll', follow)
      resizing.disconnect()
    }
  }, [grid, isWhole])
  const reveal = useCallback(
    (index: number) => {
      const element = grid.current
      if (!element) return
      const { scrollTop, clientHeight } = element
      if (index * ROW < scrollTop) element.scrollTop = index * ROW
      else if ((index + 1) * ROW > scrollTop + clientHeight) element.scrollTop = (index + 1) * ROW - clientHeight
    },
    [grid],
  )
  const from = isWhole ? 0 : range.from
  const to = Math.min(count, isWhole ? ALL : range.to)
  const shown = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
  if (active < from && active < count) shown.unshift(active)
  else if (active >= to && active < count) shown.push(active)
  return { shown, reveal }
}
