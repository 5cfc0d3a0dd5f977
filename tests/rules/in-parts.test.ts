import { expect, test } from 'vitest'
import { sketch } from '../../src/plan/sketch'
import { analyse, analysing } from '../../src/rules/analyse'
import { finished, inSlices } from '../../src/rules/in-parts'
import { RULES } from '../../src/rules/index'

const design = sketch`
  client -request-> online-inference
  training-job -artifact-> online-inference
`

test('a review in parts comes to what a review in one go does, with a chance to stop after each rule', () => {
  const parts = analysing(design)
  let count = 0
  let part = parts.next()
  for (; !part.done; part = parts.next()) count += 1
  expect(count).toBe(RULES.length + 1)
  expect(JSON.stringify(part.value)).toBe(JSON.stringify(analyse(design)))
})

test('what fits one slice is done at once', () => {
  const results: number[] = []
  inSlices(counting(3), result => results.push(result))
  expect(results).toEqual([3])
})

test('what takes several slices lets other work go first, and comes to the same', async () => {
  const order: string[] = []
  const done = new Promise<void>(resolve => {
    inSlices(counting(9, 6), result => {
      order.push(`done ${result}`)
      resolve()
    })
  })
  setTimeout(() => order.push('other work'))
  await done
  expect(order).toEqual(['other work', 'done 9'])
})

test('work that is stopped between two slices is never done', async () => {
  const results: number[] = []
  const work = counting(4, 10)
  inSlices(work, result => results.push(result)).stop()
  await new Promise(resolve => setTimeout(resolve, 30))
  expect(results).toEqual([])
  expect(finished(work)).toBe(4)
})

/** Counts up in parts, each of so many milliseconds. */
function* counting(to: number, ms = 0): Generator<undefined, number> {
  for (let i = 0; i < to; i++) {
    const end = performance.now() + ms
    while (performance.now() < end);
    yield
  }
  return to
}
