import { expect, test } from 'vitest'
import { graphOf } from '../../src/graph/graph'
import { carriersOfPersonalData, exposures } from '../../src/graph/personal-data'
import type { Design } from '../../src/model/design'
import { designOf, sketch } from '../../src/plan/sketch'

const exposed = (design: Design) =>
  exposures(graphOf(design)).map(({ from, exits, to, asked }) => ({
    from: from.id,
    exits: exits.map(flow => flow.id),
    to: to.map(block => block.id),
    asked: asked.map(block => block.id),
  }))

test('data is out of hand until a block says what makes it right, in words that we know or not', () => {
  const said = (handling: string) =>
    exposed(designOf(`a data-lake containsPii=true; b data-lake ${handling}; a -> b -> training-job`)).length === 0
  expect(['', 'piiHandling=none', 'piiHandling=consented', 'piiHandling=escrow'].map(said)).toEqual([
    false,
    false,
    true,
    true,
  ])
})

test('data that gets into training and into prompts is one exposure', () => {
  const plan = sketch`
    es event-stream containsPii=true; llm llm hosted=true
    es -> dataset-builder -> training-job; es -async-> llm
  `
  expect(exposed(plan)).toEqual([
    { from: 'es', exits: ['es-stream-dataset-builder'], to: ['training-job', 'llm'], asked: ['llm'] },
  ])
})

test('a prompt holds what its writers hold and the records that they read for it', () => {
  const plan = sketch`
    u client containsPii=true; st operational-store containsPii=true; fs feature-store-online containsPii=true
    llm llm hosted=true; u -> app-service -> st, fs, prompt-builder; app-service -> llm
  `
  expect(exposed(plan).map(({ from, asked }) => [from, ...asked])).toEqual([
    ['st', 'llm'],
    ['u', 'llm'],
  ])
})

test('a guardrail that looks for personal data in what goes in screens the prompts, another does not', () => {
  const screened = (guardrail: string) =>
    exposed(
      designOf(`u client containsPii=true; llm llm hosted=true; g guardrail ${guardrail}; u -> app-service -> g, llm`),
    ).length === 0
  expect(
    ['side=input checks=pii', 'side=both', '', 'side=output checks=pii', 'side=input checks=jailbreak'].map(screened),
  ).toEqual([true, true, true, false, false])
})

test('personal data flows out of what holds it and of what it passes, up to where it is handled', () => {
  const plan = sketch`
    es event-stream containsPii=true; es -> data-lake -> pii-anonymizer -> dataset-builder; data-source -> data-validation
  `
  expect([...carriersOfPersonalData(graphOf(plan))].sort()).toEqual(['data-lake', 'es'])
})
