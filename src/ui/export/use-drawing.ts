import { useEffect, useMemo } from 'react'
import { type Drawing, draw, type EmbeddedFont } from '../../drawing/draw'
import type { DrawOptions } from '../../drawing/options'
import { sceneOf } from '../../drawing/scene'
import type { Design, Id } from '../../model/design'
import { useAnalysis, useEditor, useNumbers, useSession } from '../session/hooks'
import { marksInSight } from '../session/room-marks'
import type { ExportOptions } from './options'

/** The design drawn as the options ask for. */
export function useDrawing(design: Design, options: ExportOptions, fonts: readonly EmbeddedFont[] | null): Drawing {
  const session = useSession()
  const blocks = useEditor(editor => editor.blocks)
  const groups = useEditor(editor => editor.groups)
  const selected = useMemo(() => {
    const { collapsed } = sceneOf(design)
    return new Set([...blocks, ...[...groups].filter(id => collapsed.has(id))])
  }, [design, blocks, groups])
  const marked = useAnalysis(analysis => analysis.marks)
  const numbers = useLoadsAndTotals()
  const { theme, part, isTransparent, hasBadges, hasLegend, hasWaivers, hasNumbers } = options
  return useMemo(() => {
    const only: ReadonlySet<Id> | null = part === 'selection' ? selected : part === 'view' ? session.view.seen() : null
    const marks = new Map(
      [...marksInSight(design, marked)].map(([id, findings]) => [
        id,
        { severity: findings[0]?.severity ?? 'info', count: findings.length },
      ]),
    )
    return draw(design, {
      theme,
      background: !isTransparent,
      legend: hasLegend,
      waivers: hasWaivers,
      ...(hasNumbers ? numbers : {}),
      ...(only ? { only } : {}),
      ...(hasBadges ? { marks } : {}),
      ...(fonts ? { fonts } : {}),
    })
  }, [
    session,
    design,
    theme,
    part,
    isTransparent,
    hasBadges,
    hasLegend,
    hasWaivers,
    hasNumbers,
    numbers,
    selected,
    marked,
    fonts,
  ])
}

/** The loads of blocks as shares of their capacities, and the totals of rooms; neither until they are worked out. */
export function useLoadsAndTotals(): Pick<DrawOptions, 'loads' | 'totals'> {
  const loads = useNumbers(numbers => numbers.loads)
  const totals = useNumbers(numbers => numbers.totals)
  return useMemo(() => {
    if (!loads || !totals) return {}
    const shares = [...loads].map(([id, { demand, capacity }]) => [id, demand / capacity] as const)
    return { loads: new Map(shares), totals }
  }, [loads, totals])
}

/** An address for bytes or text, for as long as the component shows it. */
export function useAddress(content: Blob | string | null, type: string): string | null {
  const address = useMemo(
    () => (content === null ? null : URL.createObjectURL(new Blob([content], { type }))),
    [content, type],
  )
  useEffect(
    () => () => {
      if (address) URL.revokeObjectURL(address)
    },
    [address],
  )
  return address
}
