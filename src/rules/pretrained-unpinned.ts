import { wordOf } from '../graph/props'
import type { Block } from '../model/design'
import { defineRule, type FieldFix } from './rule'
import { failureModes, owaspLlm, owaspMl } from './sources'
import { named } from './words'

/** Versions that name whatever is newest, also at the end of a tag: `bert:latest`. */
const MOVING = /(^|[:@/\s-])(latest|newest|main|master|head|nightly)$/i

export default defineRule({
  id: 'pretrained-unpinned',
  step: 'model',
  sort: 'correctness',
  severity: 'info',
  summary: 'A checkpoint that others made is pinned to a version, and its licence is known.',
  why: 'A checkpoint is code and data from outside: an update upstream changes your model overnight, and a file from a hub can be poisoned. Some licences forbid commercial use altogether.',
  cure: 'Pin the version, best by checksum, and check the licence.',
  tradeoff: 'A pinned model ages and misses fixes: () => put a date on it when you look again.',
  silent: ['Version and licence are both named; whether they suit you is for you to judge.'],
  source: [owaspMl('ML06'), owaspLlm('LLM03'), failureModes(9)],
  good: [
    `pre pretrained-model version="v1.5, sha256 checked" licence=Apache-2.0; pre -> training-job`,
    `pre pretrained-model version=main-2024-05-01 licence=checked; pre -> llm`,
    `dataset-builder -> training-job`,
  ],
  bad: [
    `pretrained-model -> training-job -> offline-eval`,
    `pre pretrained-model version=v2; pre -> llm`,
    `pre pretrained-model licence=MIT; pre -> embedding-job -> ann-index`,
    `pre pretrained-model version=org/encoder:latest licence=MIT; pre -> online-inference`,
  ],
  applies: graph => graph.ofKind('pretrained-model').length > 0,
  *check(graph) {
    for (const checkpoint of graph.ofKind('pretrained-model')) {
      const isPinned = hasFixedVersion(checkpoint)
      const isLicensed = wordOf(checkpoint.props, 'licence') !== undefined
      if (isPinned && isLicensed) continue
      yield {
        at: [checkpoint.id],
        field: isPinned ? 'licence' : 'version',
        message: describe(checkpoint, isPinned, isLicensed),
        fixes: () => [isPinned ? null : PIN, isLicensed ? null : LICENSE],
      }
    }
  },
})

const PIN: FieldFix = { title: 'pin the version', field: 'version', examples: ['pinned', 'v1.5', 'sha256 checked'] }

const LICENSE: FieldFix = {
  title: 'name the licence',
  field: 'licence',
  examples: ['checked', 'Apache-2.0', 'research only'],
}

function hasFixedVersion(checkpoint: Block): boolean {
  const version = wordOf(checkpoint.props, 'version')
  return version !== undefined && !MOVING.test(version)
}

function describe(checkpoint: Block, isPinned: boolean, isLicensed: boolean): string {
  if (isPinned) return `${named(checkpoint)} has no licence: nobody knows whether the product may use it.`
  const isMoving = wordOf(checkpoint.props, 'version') !== undefined
  const gap = isMoving ? 'takes whatever version is the newest' : 'is not pinned to a version'
  const cost = 'an update upstream changes the model unseen'
  return `${named(checkpoint)} ${gap}${isLicensed ? '' : ' and has no licence'}: ${cost}.`
}
