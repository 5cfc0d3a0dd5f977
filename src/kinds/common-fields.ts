import type { Field } from './kind'

/** What every block can say about itself. */
export const commonFields: readonly Field[] = [
  { key: 'replicas', label: 'Replicas', type: 'number', unit: 'replicas', min: 0 },
  {
    key: 'qpsPerReplica',
    label: 'Capacity per replica',
    type: 'number',
    unit: 'requests/s',
    min: 0,
    help: 'What one replica sustains, from a load test.',
  },
  {
    key: 'p50Ms',
    label: 'Own latency, p50',
    type: 'number',
    unit: 'ms',
    min: 0,
    help: 'Half of the requests spend less time in this block, the blocks it calls not counted.',
  },
  {
    key: 'p99Ms',
    label: 'Own latency, p99',
    type: 'number',
    unit: 'ms',
    min: 0,
    help: '99 of 100 requests spend less time in this block, the blocks it calls not counted.',
  },
  { key: 'costPerHour', label: 'Cost per replica', type: 'number', unit: 'US dollars/h', min: 0 },
  { key: 'owner', label: 'Owner', type: 'text', help: 'The team or person who is called when it breaks.' },
  {
    key: 'containsPii',
    label: 'Holds personal data',
    type: 'yes-no',
    help: 'Data that identifies a person passes through or rests here.',
  },
  {
    key: 'piiHandling',
    label: 'Personal data is',
    type: 'choice',
    choices: ['none', 'tokenised', 'consented', 'restricted-access'],
    help: 'What makes it right to keep personal data here.',
  },
]
