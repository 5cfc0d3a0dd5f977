import { describe, expect, test } from 'vitest'
import type { Run, Turn } from '../../../src/drawing/lanes/runs'
import { layTracks } from '../../../src/drawing/lanes/tracks'

function run(flow: number, from: number, to: number, turns: readonly [Turn, Turn], lane = 0): Run {
  const [low, high] = turns
  return {
    flow,
    isLevel: true,
    lane,
    low: { lane: from, turn: low, next: null },
    high: { lane: to, turn: high, next: null },
    isForward: true,
    from,
    to,
    track: 0,
    lastTrack: 0,
  }
}

function tracks(runs: readonly Run[]): number[] {
  layTracks(runs)
  return runs.map(each => each.track)
}

describe('tracks', () => {
  test('of runs that overlap differ', () => {
    const [a, b, c] = tracks([run(0, 0, 4, [1, 1]), run(1, 2, 6, [1, 1]), run(2, 3, 5, [1, 1])])
    expect(new Set([a, b, c]).size).toBe(3)
  })

  test('of runs one after the other, and of runs in different lanes, are the same', () => {
    expect(tracks([run(0, 0, 2, [1, 1]), run(1, 3, 5, [1, 1]), run(2, 0, 5, [1, 1], 2)])).toEqual([0, 0, 0])
  })

  test('let a run that turns away inside another one lie on the side it turns to', () => {
    expect(tracks([run(0, 0, 6, [-1, -1]), run(1, 2, 4, [1, 1])])).toEqual([0, 1])
    expect(tracks([run(0, 0, 6, [1, 1]), run(1, 2, 4, [-1, -1])])).toEqual([1, 0])
  })
})
