import type { Design, Id, Waiver } from '../model/design'
import { type Finding, findingKey } from './rule'

/** A waiver, the findings it accepts now, and the blocks it names that are gone. With a block gone it accepts nothing. */
export interface Waived {
  readonly waiver: Waiver
  readonly findings: readonly Finding[]
  readonly gone: readonly Id[]
}

/** Splits findings into those still open and those that a waiver accepts; every waiver is listed, by id. */
export function applyWaivers(design: Design, findings: readonly Finding[]) {
  const waived = Object.values(design.waivers)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((waiver): Waived => {
      const gone = waiver.at.filter(id => !Object.hasOwn(design.blocks, id))
      return { waiver, gone, findings: gone.length > 0 ? [] : findings.filter(finding => accepts(waiver, finding)) }
    })
  const accepted = new Set(waived.flatMap(each => each.findings.map(findingKey)))
  return { open: findings.filter(finding => !accepted.has(findingKey(finding))), waived }
}

function accepts(waiver: Waiver, finding: Finding): boolean {
  if (waiver.rule !== finding.rule) return false
  if (waiver.at.length === 0) return true
  // A waiver of some blocks says nothing about a finding that speaks of the design as a whole.
  return finding.at.length > 0 && finding.at.every(id => waiver.at.includes(id))
}
