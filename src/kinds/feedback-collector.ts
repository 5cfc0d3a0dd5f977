import { defineKind } from './kind'

export default defineKind({
  id: 'feedback-collector',
  name: 'Feedback collector',
  step: 'monitor',
  what: 'Takes in what users think of a result: clicks, ratings, reports, appeals.',
  icon: 'thumbs-up',
  fields: [],
  next: ['prediction-log', 'label-join', 'annotation', 'human-review'],
  aliases: ['ratings', 'thumbs', 'user reports', 'survey', 'explicit feedback'],
})
