import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createSpeech } from '../../../src/ui/reader/speech'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A speech with what it said so far, and a switch for a drag. */
function recorded() {
  const said: string[] = []
  const hand = { isDragging: false }
  const speech = createSpeech(
    message => said.push(message),
    () => hand.isDragging,
  )
  return { said, hand, speech }
}

test('what one command says in two sentences is one message, and the same sentence is said once', () => {
  const { said, speech } = recorded()
  speech.say('Ranker added.')
  speech.say('Ranker selected.')
  speech.say('Ranker added.')
  vi.advanceTimersByTime(100)
  expect(said).toEqual(['Ranker added. Ranker selected.'])
})

test('within a second of a message the next ones wait and are said together, none lost', () => {
  const { said, speech } = recorded()
  speech.say('One.')
  vi.advanceTimersByTime(100)
  speech.say('Two.')
  vi.advanceTimersByTime(300)
  speech.say('Three.')
  vi.advanceTimersByTime(300)
  expect(said).toEqual(['One.'])
  vi.advanceTimersByTime(400)
  expect(said).toEqual(['One.', 'Two. Three.'])
})

test('of news that only counts while it is the newest the last one is said, after what must be heard', () => {
  const { said, speech } = recorded()
  speech.say('One.')
  vi.advanceTimersByTime(100)
  speech.mention('1 new warning, 1 in all.')
  speech.mention('2 new warnings, 2 in all.')
  speech.say('Ranker added.')
  vi.advanceTimersByTime(1000)
  expect(said).toEqual(['One.', 'Ranker added. 2 new warnings, 2 in all.'])
})

test('while the hand drags nothing is said; afterwards it is', () => {
  const { said, hand, speech } = recorded()
  hand.isDragging = true
  speech.say('1 new error, 1 in all.')
  vi.advanceTimersByTime(5000)
  expect(said).toEqual([])
  hand.isDragging = false
  vi.advanceTimersByTime(250)
  expect(said).toEqual(['1 new error, 1 in all.'])
})

test('an empty sentence is no message, and after the end nothing is said', () => {
  const { said, speech } = recorded()
  speech.say('')
  vi.advanceTimersByTime(100)
  speech.say('Late.')
  speech.stop()
  vi.advanceTimersByTime(2000)
  expect(said).toEqual([])
})
