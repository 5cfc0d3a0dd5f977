import { wordOf } from '../graph/props'
import { formatNumber } from '../kinds/figures'
import type { Block } from '../model/design'
import { type Figure, type Fit, factors, figureOf, isMissing, type Missing, type Term } from './figure'
import { blockTerm, needed, sizeOf } from './inputs'

/** Bytes of one weight by precision. */
export const WEIGHT_BYTES: ReadonlyMap<string, number> = new Map([
  ['fp32', 4],
  ['bf16', 2],
  ['fp16', 2],
  ['fp8', 1],
  ['int8', 1],
  ['int4', 0.5],
])

const FEWEST_BYTES = Math.min(...WEIGHT_BYTES.values())

/** What activations, workspace and fragmentation take beside the weights: a rule of thumb of vendors' sizing guides. */
const OVERHEAD = 1.2

/**
 * Bytes a weight takes in training with Adam in mixed precision: 2 for the weight, 2 for its gradient, 12 for its fp32
 * copy and two moments. Source: Rajbhandari et al., ZeRO (2020), section 3.1.
 */
const TRAINING_BYTES = 16

const GB = 1e9

/**
 * GPU memory of one replica that serves a model: weights × bytes × 1.2, and the key-value cache of an LLM, beside what
 * its GPUs have. Without a precision it is int4, the least there is, so that too little room even then is certain.
 */
export function servingMemory(block: Block): Fit | Missing {
  const given = needed(block, 'modelParams', 'gpuMemGb')
  if (isMissing(given)) return given
  const bytes = bytesTerm(block)
  // A word of another tool: what it takes is not known.
  if (!bytes) return { missing: [{ block: block.id, key: 'precision' }] }
  const overhead = { label: 'Activations and workspace', value: OVERHEAD }
  const weights = factors(given.modelParams, bytes, overhead)
  const cache = keyValueCache(block, bytes)
  const value = (given.modelParams.value * bytes.value * OVERHEAD) / GB + (cache?.value ?? 0)
  const terms = [given.modelParams, bytes, overhead, ...(cache?.terms ?? [])]
  const arithmetic = cache ? `${weights} + ${formatNumber(cache.value, 'GB')}` : weights
  return { need: figureOf(value, 'GB', terms, arithmetic), room: gpuRoom(block, given.gpuMemGb) }
}

/**
 * GPU memory that training takes, at 16 bytes a weight, beside that of all GPUs of the job: what does not fit on one is
 * split over them. Embedding tables are not counted, they lie on servers of their own.
 */
export function trainingMemory(block: Block): Fit | Missing {
  const given = needed(block, 'modelParams', 'gpuMemGb')
  if (isMissing(given)) return given
  const bytes = { label: 'Weight, gradient and Adam moments', value: TRAINING_BYTES, unit: 'bytes' }
  const need = (given.modelParams.value * TRAINING_BYTES) / GB
  return {
    need: figureOf(need, 'GB', [given.modelParams, bytes], factors(given.modelParams, bytes)),
    room: gpuRoom(block, given.gpuMemGb, blockTerm(block, 'replicas', 1)),
  }
}

/** Memory of an index: vectors × (dimensions × bytes + overhead), beside that of its shards. */
export function indexMemory(block: Block): Fit | Missing {
  const given = needed(block, 'vectors', 'dim', 'bytesPerDim', 'memGb')
  if (isMissing(given)) return given
  const { vectors, dim, bytesPerDim, memGb } = given
  const overhead = blockTerm(block, 'overheadBytes', 0)
  const shards = blockTerm(block, 'shards', 1)
  const need = (vectors.value * (dim.value * bytesPerDim.value + overhead.value)) / GB
  const each = factors({ ...dim, unit: '' }, bytesPerDim) + (overhead.value > 0 ? ` + ${factors(overhead)}` : '')
  const arithmetic = `${factors(vectors)} × (${each})`
  return {
    need: figureOf(need, 'GB', [vectors, dim, bytesPerDim, overhead], arithmetic),
    room: figureOf(memGb.value * shards.value, 'GB', [shards, memGb], factors(shards, memGb)),
  }
}

function bytesTerm(block: Block): Term | undefined {
  const word = wordOf(block.props, 'precision')
  const at = { block: block.id, key: 'precision' }
  const term = { label: 'Bytes a weight', unit: 'bytes', at }
  if (word === undefined) return { ...term, value: FEWEST_BYTES, isAssumed: true }
  const value = WEIGHT_BYTES.get(word)
  return value === undefined ? undefined : { ...term, value }
}

/** As stated, or 2 × layers × heads × size × bytes × tokens × requests at once; undefined while neither is given. */
function keyValueCache(block: Block, weightBytes: Term): Figure | undefined {
  if (sizeOf(block.props, 'kvGb') !== undefined) {
    const stated = blockTerm(block, 'kvGb', 0)
    return figureOf(stated.value, 'GB', [stated], factors(stated))
  }
  const given = needed(block, 'layers', 'kvHeads', 'headDim', 'tokens', 'concurrency')
  if (isMissing(given)) return undefined
  // Keys and values keep 16 bits when only the weights are quantised, which is how engines run unless told otherwise.
  const bytes = { label: 'Bytes a key or value', value: Math.max(2, weightBytes.value), unit: 'bytes' }
  const both = { label: 'Keys and values', value: 2 }
  const terms = [both, given.layers, given.kvHeads, given.headDim, bytes, given.tokens, given.concurrency]
  const value = terms.reduce((product, term) => product * term.value, 1) / GB
  return figureOf(value, 'GB', terms, factors(...terms))
}

function gpuRoom(block: Block, memory: Term, ...more: readonly Term[]): Figure {
  const terms = [...more, blockTerm(block, 'gpusPerReplica', 1), memory]
  const value = terms.reduce((product, term) => product * term.value, 1)
  return figureOf(value, 'GB', terms, factors(...terms))
}
