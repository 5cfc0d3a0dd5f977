import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { randomFrom } from '../../src/layout/rooms/random'
import type { Design } from '../../src/model/design'
import { applyEdit, type Edit } from '../../src/model/edit'
import { sketch } from '../../src/plan/sketch'
import { createLayoutRunner } from '../../src/workers/layout-runner'
import { blockFlaws } from '../layout/flaws'
import { layoutsHere, type ScriptedWorker, type Stage, scriptedWorkers } from './scripted-worker'

const DESIGN = sketch`
  client -request-> gateway -request-> app-service -request-> ranker
  etl-job -data-> dataset-builder -data-> training-job -artifact-> ranker
`
const FAILED = { ok: false, reason: 'failed', message: 'Tidy failed on this design; nothing was moved.' }
const TOO_LONG = {
  ok: false,
  reason: 'failed',
  message: 'Tidy took longer than 30 s and was stopped; nothing was moved. Select a part of the design and tidy that.',
}

function moveTo(x: number): Edit {
  return { label: 'Tidy', changes: [{ op: 'set', table: 'blocks', id: 'a', path: 'at', to: { x, y: 0 } }] }
}

function only(workers: readonly ScriptedWorker[]): ScriptedWorker {
  expect(workers).toHaveLength(1)
  return workers[0] as ScriptedWorker
}

describe('a run', () => {
  test('hands on the first drawing, then the best one', async () => {
    const { open, workers } = scriptedWorkers()
    const shown: Edit[] = []
    const result = createLayoutRunner(open).run(DESIGN, { onQuick: edit => shown.push(edit) })
    const worker = only(workers)
    worker.say({ answer: 'quick', run: 1, edit: moveTo(8) })
    worker.say({ answer: 'done', run: 1, edit: moveTo(16) })
    expect(await result).toEqual({ ok: true, edit: moveTo(16) })
    expect(shown).toEqual([moveTo(8)])
    expect(worker.orders).toEqual([{ order: 'run', run: 1, design: DESIGN, wishes: {} }])
  })

  test('whose first drawing was the best ends with that', async () => {
    const { open, workers } = scriptedWorkers()
    const result = createLayoutRunner(open).run(DESIGN)
    only(workers).say({ answer: 'quick', run: 1, edit: moveTo(8) })
    only(workers).say({ answer: 'done', run: 1, edit: null })
    expect(await result).toEqual({ ok: true, edit: moveTo(8) })
  })

  test('that starts while another goes on takes its place, and the answer to the other is not heard', async () => {
    const { open, workers } = scriptedWorkers()
    const runner = createLayoutRunner(open)
    const shown: Edit[] = []
    const first = runner.run(DESIGN, { onQuick: edit => shown.push(edit) })
    const second = runner.run(DESIGN)
    expect(await first).toEqual({ ok: false, reason: 'replaced' })
    expect(workers.map(worker => worker.isEnded)).toEqual([true, false])
    workers[1]?.say({ answer: 'quick', run: 1, edit: moveTo(8) })
    workers[1]?.say({ answer: 'done', run: 2, edit: moveTo(16) })
    expect(await second).toEqual({ ok: true, edit: moveTo(16) })
    expect(shown).toEqual([])
  })

  test('that was cancelled before it began sends nothing', async () => {
    const { open, workers } = scriptedWorkers()
    const result = await createLayoutRunner(open).run(DESIGN, { signal: AbortSignal.abort() })
    expect(result).toEqual({ ok: false, reason: 'cancelled' })
    expect(workers).toEqual([])
  })

  test('that is cancelled ends its worker, and the next run starts another', async () => {
    const { open, workers } = scriptedWorkers()
    const runner = createLayoutRunner(open)
    const cancel = new AbortController()
    const first = runner.run(DESIGN, { signal: cancel.signal })
    cancel.abort()
    expect(await first).toEqual({ ok: false, reason: 'cancelled' })
    const second = runner.run(DESIGN)
    workers[1]?.say({ answer: 'done', run: 2, edit: moveTo(8) })
    expect(await second).toEqual({ ok: true, edit: moveTo(8) })
    expect(workers.map(worker => worker.isEnded)).toEqual([true, false])
  })

  test('whose worker crashes fails in a sentence, and the next run starts another', async () => {
    const { open, workers } = scriptedWorkers()
    const runner = createLayoutRunner(open)
    const first = runner.run(DESIGN)
    workers[0]?.say({ answer: 'crashed' })
    expect(await first).toEqual(FAILED)
    const second = runner.run(DESIGN)
    workers[1]?.say({ answer: 'done', run: 2, edit: moveTo(8) })
    expect(await second).toEqual({ ok: true, edit: moveTo(8) })
  })

  test('whose worker dies after the first drawing keeps that', async () => {
    const { open, workers } = scriptedWorkers()
    const result = createLayoutRunner(open).run(DESIGN)
    only(workers).say({ answer: 'quick', run: 1, edit: moveTo(8) })
    only(workers).say({ answer: 'crashed' })
    expect(await result).toEqual({ ok: true, edit: moveTo(8) })
  })

  test('that ends when the editor closes counts as cancelled', async () => {
    const { open, workers } = scriptedWorkers()
    const runner = createLayoutRunner(open)
    const result = runner.run(DESIGN)
    runner.terminate()
    expect(await result).toEqual({ ok: false, reason: 'cancelled' })
    expect(only(workers).isEnded).toBe(true)
  })
})

describe('at the limit of time', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('the worker is asked for the best so far, and that counts', async () => {
    const { open, workers } = scriptedWorkers()
    const result = createLayoutRunner(open).run(DESIGN)
    vi.advanceTimersByTime(29_999)
    expect(only(workers).orders).toHaveLength(1)
    vi.advanceTimersByTime(1)
    expect(only(workers).orders.at(-1)).toEqual({ order: 'enough' })
    only(workers).say({ answer: 'done', run: 1, edit: moveTo(8) })
    expect(await result).toEqual({ ok: true, edit: moveTo(8) })
  })

  test('once there is a drawing, the search for a better one ends after five seconds', async () => {
    const { open, workers } = scriptedWorkers()
    const early = createLayoutRunner(open).run(DESIGN)
    workers[0]?.say({ answer: 'quick', run: 1, edit: moveTo(8) })
    vi.advanceTimersByTime(5_000)
    expect(workers[0]?.orders.at(-1)).toEqual({ order: 'enough' })
    workers[0]?.say({ answer: 'done', run: 1, edit: null })
    expect(await early).toEqual({ ok: true, edit: moveTo(8) })

    const late = createLayoutRunner(open).run(DESIGN)
    vi.advanceTimersByTime(9_000)
    expect(workers[1]?.orders).toHaveLength(1)
    workers[1]?.say({ answer: 'quick', run: 1, edit: moveTo(8) })
    expect(workers[1]?.orders.at(-1)).toEqual({ order: 'enough' })
    workers[1]?.say({ answer: 'done', run: 1, edit: null })
    expect(await late).toEqual({ ok: true, edit: moveTo(8) })
  })

  test('a worker that never answers is ended, and the message says what can be done', async () => {
    const { open, workers } = scriptedWorkers()
    const result = createLayoutRunner(open).run(DESIGN)
    vi.advanceTimersByTime(31_000)
    expect(await result).toEqual(TOO_LONG)
    expect(only(workers).isEnded).toBe(true)
  })

  test('a worker that has no drawing says so, and the message says what can be done', async () => {
    const { open, workers } = scriptedWorkers()
    const result = createLayoutRunner(open).run(DESIGN)
    vi.advanceTimersByTime(30_000)
    only(workers).say({ answer: 'failed', run: 1 })
    expect(await result).toEqual(TOO_LONG)
  })

  test('the first drawing stays when the worker does not come back with another', async () => {
    const { open, workers } = scriptedWorkers()
    const result = createLayoutRunner(open).run(DESIGN)
    only(workers).say({ answer: 'quick', run: 1, edit: moveTo(8) })
    vi.advanceTimersByTime(31_000)
    expect(await result).toEqual({ ok: true, edit: moveTo(8) })
  })
})

const SMALL = sketch`client -request-> gateway -request-> ranker`

test('a layout that is cancelled at a random stage leaves the design as it was or wholly laid out', async () => {
  const random = randomFrom(11)
  const stages = new Map<Stage, number>()
  for (let n = 0; n < 100; n++) {
    const cancel = new AbortController()
    let left = Math.floor(random() * 30)
    const reach = (stage: Stage) => {
      if (left-- > 0 || cancel.signal.aborted) return
      stages.set(stage, (stages.get(stage) ?? 0) + 1)
      cancel.abort()
    }
    let shown: Design = SMALL
    const result = await createLayoutRunner(layoutsHere(reach)).run(SMALL, {
      signal: cancel.signal,
      onQuick: edit => {
        expect(cancel.signal.aborted).toBe(false)
        shown = applyEdit(SMALL, edit)
      },
    })
    if (!result.ok) expect(result).toEqual({ ok: false, reason: 'cancelled' })
    if (shown !== SMALL) expect(blockFlaws(shown)).toEqual([])
  }
  expect([...stages.keys()].sort()).toEqual(expect.arrayContaining(['elk', 'slice', 'started']))
}, 120_000)
