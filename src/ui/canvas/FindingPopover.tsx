import { useStore } from '@xyflow/react'
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { sceneOf } from '../../drawing/scene'
import { type Design, type Id, lookUp } from '../../model/design'
import { type Finding, findingKey } from '../../rules/rule'
import { FindingDetail } from '../inspector/FindingDetail'
import { findingPopover as say } from '../messages/en'
import { Button } from '../parts/Button'
import { SeverityMark } from '../parts/SeverityMark'
import { Words } from '../parts/Words'
import { useAnalysis, useDesign, useEditor, useSession } from '../session/hooks'
import { useIsNarrow } from '../session/use-is-narrow'
import styles from './Canvas.module.css'
import { type Box, popoverPlace } from './popover-place'
import { useWayIn } from './use-way-in'

/** The open finding beside its block: why, trade-off, source, fixes and Waive. Narrow windows unfold it in the list. */
export default function FindingPopover({ wrapper }: { readonly wrapper: RefObject<HTMLDivElement | null> }) {
  const key = useEditor(editor => editor.finding)
  const finding = useAnalysis(analysis => analysis.findings.find(one => findingKey(one) === key))
  const isNarrow = useIsNarrow()
  const anchor = useDesign(design => (finding ? firstPlaced(design, finding) : undefined))
  if (!finding || isNarrow || anchor === undefined) return null
  return <Popover key={key} finding={finding} anchor={anchor} wrapper={wrapper} />
}

interface PopoverProps {
  readonly finding: Finding
  readonly anchor: Id
  readonly wrapper: RefObject<HTMLDivElement | null>
}

function Popover({ finding, anchor, wrapper }: PopoverProps) {
  const session = useSession()
  const { blocks, collapsed, hiddenBy } = useDesign(sceneOf)
  const placeOf = (id: Id) => blocks.get(id) ?? collapsed.get(hiddenBy(id) ?? '')
  const transform = useStore(state => state.transform)
  const element = useRef<HTMLElement>(null)
  const [size, setSize] = useState({ width: 330, height: 240 })
  useLayoutEffect(() => {
    const popover = element.current
    if (!popover) return
    const observer = new ResizeObserver(() => setSize({ width: popover.offsetWidth, height: popover.offsetHeight }))
    observer.observe(popover)
    return () => observer.disconnect()
  }, [])
  useWayIn(element)
  const box = boxOf(placeOf(anchor), transform)
  if (!box) return null
  const named = finding.at.flatMap(id => boxOf(placeOf(id), transform) ?? [])
  const room = { width: wrapper.current?.clientWidth ?? 0, height: wrapper.current?.clientHeight ?? 0 }
  const place = popoverPlace(box, size, room, named)
  const close = () => session.editor.setState({ finding: null })
  return (
    <section
      ref={element}
      className={styles.popover}
      data-popover={finding.rule}
      data-rule={finding.rule}
      data-severity={finding.severity}
      aria-label={finding.message}
      style={{ transform: `translate(${Math.round(place.x)}px, ${Math.round(place.y)}px)` }}
    >
      <div className={styles.popoverHead}>
        <SeverityMark severity={finding.severity} />
        <h2>
          <Words of={finding.message} />
        </h2>
        <Button icon="x" size="small" aria-label={say.close} onClick={close} />
      </div>
      <div className={styles.popoverBody}>
        <FindingDetail finding={finding} />
      </div>
    </section>
  )
}

/** Where a place of the canvas is on screen, in pixels of the canvas's frame. */
function boxOf(place: Box | undefined, [x, y, zoom]: readonly [number, number, number]): Box | null {
  if (!place) return null
  return { x: place.x * zoom + x, y: place.y * zoom + y, width: place.width * zoom, height: place.height * zoom }
}

/** The block that the popover stands beside: the first one named that is on the canvas. */
function firstPlaced(design: Design, finding: Finding): Id | undefined {
  return finding.at.find(id => lookUp(design.blocks, id)?.at)
}
