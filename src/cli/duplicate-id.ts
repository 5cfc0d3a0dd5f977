import { houseRule } from '../rules/sources'
import type { Entry } from './book'

/**
 * Said while a file is read, by the gate and by the reader of plan text: in an open design ids are keys, so no rule
 * could find two of one.
 */
export const duplicateId: Entry = {
  id: 'duplicate-id',
  step: 'diagram',
  sort: 'correctness',
  severity: 'error',
  summary: 'Every block, flow, group and waiver has an id of its own.',
  why: 'Flows, waivers and comments on a design name its parts by id. Where two parts share one, a file reads as two different designs, and most tools keep the last without a word.',
  cure: 'Give one of the two another id, and lead the flows that meant it there.',
  tradeoff: 'An id that is changed breaks what names it from outside the file, such as a link in a review.',
  silent: ['Two blocks may have the same name, and two flows may join the same two blocks.'],
  source: [houseRule('File format: ids are unique over blocks, flows, groups and waivers')],
  good: [`light ranker "Ranker"; heavy ranker "Ranker"; client -> app-service -> light -> heavy`],
  bad: [`rk ranker "Light ranker"; rk ranker "Heavy ranker"; client -> app-service -> rk`],
}
