import type { Graph } from '../graph/graph'
import type { Brief } from '../model/design'
import { type Figure, factors, figureOf, isMissing, type Missing } from './figure'
import { briefTerm, neededAnswers, sizeOf } from './inputs'

/** The busiest hour over the average one when the brief says nothing: a daily curve of consumer traffic. House figure. */
const PEAK_FACTOR = 2.5

const SECONDS_A_DAY = { label: 'Seconds in a day', value: 86_400, unit: 's' }

/** Requests per second of so many users: the average over a day, and its peak. */
export interface UserLoad {
  readonly mean: Figure
  readonly peak: Figure
}

/** The load that the users of the brief make: daily users × requests each / 86 400 s, times the peak factor. */
export function loadOfUsers(brief: Brief): UserLoad | Missing {
  const given = neededAnswers(brief, 'dau', 'requestsPerUserPerDay')
  if (isMissing(given)) return given
  const users = [given.dau, given.requestsPerUserPerDay]
  const factor = briefTerm(brief, 'peakFactor', PEAK_FACTOR)
  const mean = (given.dau.value * given.requestsPerUserPerDay.value) / SECONDS_A_DAY.value
  const arithmetic = `${factors(...users)} / 86 400 s`
  return {
    mean: figureOf(mean, 'requests/s', [...users, SECONDS_A_DAY], arithmetic),
    peak: figureOf(
      mean * factor.value,
      'requests/s',
      [...users, SECONDS_A_DAY, factor],
      `${arithmetic} × ${factors(factor)}`,
    ),
  }
}

/** Requests per second of all clients in the busiest hour: as the brief says, or else from its users. */
export function peakLoad({ brief }: Graph): Figure | Missing {
  const stated = neededAnswers(brief, 'peakQps')
  if (!isMissing(stated)) return { ...given(stated.peakQps), unit: 'requests/s' }
  const users = loadOfUsers(brief)
  return isMissing(users) ? { missing: [...stated.missing, ...users.missing] } : users.peak
}

/** How much of the peak load there is on average: from the users of the brief, or else one through the peak factor. */
export function meanShareOfPeak({ brief }: Graph): Figure {
  const users = loadOfUsers(brief)
  const peak = sizeOf(brief, 'peakQps')
  if (!isMissing(users) && peak !== undefined && users.mean.value < peak) {
    const terms = [...users.mean.terms, briefTerm(brief, 'peakQps', peak)]
    return figureOf(users.mean.value / peak, '', terms, `${users.mean.formula} / ${factors(terms.at(-1)!)}`)
  }
  const factor = briefTerm(brief, 'peakFactor', PEAK_FACTOR)
  return figureOf(Math.min(1, 1 / factor.value), '', [factor], `1 / ${factors(factor)}`)
}

function given(term: { readonly label: string; readonly value: number; readonly unit?: string }): Figure {
  return { value: term.value, unit: term.unit ?? '', terms: [term], formula: factors(term) }
}
