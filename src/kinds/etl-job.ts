import { defineKind } from './kind'
import { cadenceSec } from './shared-fields'

export default defineKind({
  id: 'etl-job',
  name: 'ETL / chunking job',
  step: 'data',
  what: 'Reshapes raw data on a schedule: cleans, joins, transcribes or cuts documents into chunks.',
  icon: 'combine',
  fields: [{ key: 'op', label: 'Does', type: 'choice', choices: ['clean', 'join', 'chunk', 'transcribe'] }, cadenceSec],
  keyProperty: 'op',
  liveNumber: 'cadenceSec',
  next: ['data-validation', 'pii-anonymizer', 'embedding-job', 'data-lake'],
  presets: [
    { id: 'chunking-job', name: 'Chunking job', props: { op: 'chunk' } },
    { id: 'transcription-job', name: 'Transcription job', props: { op: 'transcribe' } },
  ],
  aliases: ['elt', 'airflow', 'dbt', 'spark', 'ingestion', 'parser', 'ocr', 'splitter', 'data pipeline'],
  isExtended: true,
})
