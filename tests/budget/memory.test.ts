import { expect, test } from 'vitest'
import { indexMemory, servingMemory, trainingMemory } from '../../src/budget/memory'
import type { Block } from '../../src/model/design'
import { sketch } from '../../src/plan/sketch'
import { caseStudy } from './catalogue'

const block = (text: string) => sketch`x ${text}`.blocks.x as Block

test('serving takes the weights and a fifth more, beside the memory of its GPUs', () => {
  expect(
    servingMemory(block('online-inference modelParams=70000000000 precision=fp16 gpuMemGb=80 gpusPerReplica=2')),
  ).toEqual({
    need: {
      value: 168,
      unit: 'GB',
      terms: [
        { label: 'Model size', value: 70e9, unit: 'params', at: { block: 'x', key: 'modelParams' } },
        { label: 'Bytes a weight', value: 2, unit: 'bytes', at: { block: 'x', key: 'precision' } },
        { label: 'Activations and workspace', value: 1.2 },
      ],
      formula: '70\u2009B\u2009params × 2\u2009bytes × 1.2 = 168\u2009GB',
    },
    room: {
      value: 160,
      unit: 'GB',
      terms: [
        { label: 'GPUs per replica', value: 2, unit: 'GPUs', at: { block: 'x', key: 'gpusPerReplica' } },
        { label: 'Memory of a GPU', value: 80, unit: 'GB', at: { block: 'x', key: 'gpuMemGb' } },
      ],
      formula: '2\u2009GPUs × 80\u2009GB = 160\u2009GB',
    },
  })
})

test('the assistant’s model and its 40 GB of keys and values take 71 of 80 GB', () => {
  const graph = caseStudy('rag-question-answering')
  const memory = servingMemory(graph.block('llm')!)
  expect(memory).toMatchObject({
    need: { value: 71.2, formula: '13\u2009B\u2009params × 2\u2009bytes × 1.2 + 40\u2009GB = 71.2\u2009GB' },
    room: { value: 80 },
  })
})

test('keys and values are worked out from the five figures, at 16 bits whatever the weights have', () => {
  const memory = servingMemory(
    block(
      'llm modelParams=8000000000 precision=int4 gpuMemGb=24 layers=32 kvHeads=8 headDim=128 tokens=8192 concurrency=8',
    ),
  )
  expect(memory).toMatchObject({ need: { value: 4.8 + (2 * 32 * 8 * 128 * 2 * 8192 * 8) / 1e9 } })
})

test('without a precision the least is assumed', () => {
  expect(servingMemory(block('ranker modelParams=1000000000 gpuMemGb=16'))).toMatchObject({
    need: { value: 0.6, terms: [{}, { value: 0.5, isAssumed: true }, {}] },
  })
})

test('a size that someone else knows, or a precision that we do not, leaves the memory open', () => {
  expect(servingMemory(block('llm modelParams=external'))).toEqual({
    missing: [
      { block: 'x', key: 'modelParams' },
      { block: 'x', key: 'gpuMemGb' },
    ],
  })
  expect(servingMemory(block('llm modelParams=1 gpuMemGb=1 precision=fp6'))).toEqual({
    missing: [{ block: 'x', key: 'precision' }],
  })
})

test('training takes 16 bytes a weight, split over all GPUs of the job', () => {
  expect(
    trainingMemory(
      block('training-job modelParams=7000000000 embeddingParams=90000000000 gpuMemGb=80 gpusPerReplica=2 replicas=4'),
    ),
  ).toMatchObject({
    need: { value: 112, formula: '7\u2009B\u2009params × 16\u2009bytes = 112\u2009GB' },
    room: { value: 640, formula: '4\u2009replicas × 2\u2009GPUs × 80\u2009GB = 640\u2009GB' },
  })
})

test.each([
  ['video-search', 128, 256],
  ['rag-question-answering', 34.72, 48],
  ['similar-listings', 1.28, undefined],
  ['ecommerce-recommendation', 32, undefined],
])('the index of %s takes %d GB', (name, need, room) => {
  const [index] = caseStudy(name).ofKind('ann-index')
  expect(indexMemory(index!)).toMatchObject({ need: { value: need }, ...(room ? { room: { value: room } } : {}) })
})

test('an index takes its vectors with what each carries beside', () => {
  expect(
    indexMemory(block('ann-index vectors=1000000000 dim=256 bytesPerDim=0.25 overheadBytes=16 memGb=64 shards=4')),
  ).toMatchObject({
    need: { value: 80, formula: '1\u2009B\u2009vectors × (256 × 0.25\u2009bytes + 16\u2009bytes) = 80\u2009GB' },
    room: { value: 256, formula: '4\u2009shards × 64\u2009GB = 256\u2009GB' },
  })
})
