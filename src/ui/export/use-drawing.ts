import { useEffect, useMemo } from 'react'
import { type Drawing, draw, type EmbeddedFont } from '../../drawing/draw'
import type { Design, Id } from '../../model/design'
import { useAnalysis, useEditor, useNumbers, useSession } from '../session/hooks'
import type { ExportOptions } from './options'

/** The design drawn as the options ask for. */
export function useDrawing(design: Design, options: ExportOptions, fonts: readonly EmbeddedFont[] | null): Drawing {
  const session = useSession()
  const selected = useEditor(editor => editor.blocks)
  const marked = useAnalysis(analysis => analysis.marks)
  const loads = useNumbers(numbers => numbers.loads)
  const totals = useNumbers(numbers => numbers.totals)
  const { theme, part, isTransparent, hasBadges, hasLegend, hasWaivers, hasNumbers } = options
  return useMemo(() => {
    const only: ReadonlySet<Id> | null = part === 'selection' ? selected : part === 'view' ? session.view.seen() : null
    const marks = new Map(
      [...marked].map(([id, findings]) => [id, { severity: findings[0]?.severity ?? 'info', count: findings.length }]),
    )
    return draw(design, {
      theme,
      background: !isTransparent,
      legend: hasLegend,
      waivers: hasWaivers,
      ...(hasNumbers && totals ? { totals } : {}),
      ...(hasNumbers && loads ? { loads: sharesOf(loads) } : {}),
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
    loads,
    totals,
    selected,
    marked,
    fonts,
  ])
}

/** Demand as a share of capacity, by block. */
function sharesOf(loads: ReadonlyMap<Id, { readonly demand: number; readonly capacity: number }>): Map<Id, number> {
  return new Map([...loads].map(([id, { demand, capacity }]) => [id, demand / capacity]))
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
