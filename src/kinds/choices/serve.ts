import { type Choice, HOUSE, systemPattern } from './choice'

/** Decisions about answering requests. */
export const SERVE_CHOICES: readonly Choice[] = [
  {
    kinds: ['llm'],
    key: 'hosted',
    question: 'A hosted model or one of your own?',
    options: [
      {
        value: 'yes',
        gains: 'The strongest models today, no GPUs to run, paid by token.',
        costs: 'Data leaves the house, versions and prices change, rate limits, little to tune.',
        when: 'To start, low or bursty volume, hard tasks.',
      },
      {
        value: 'no',
        gains: 'Data stays, the version is pinned, fine-tuning, a fixed price at high volume.',
        costs: 'GPUs around the clock, serving know-how, smaller models.',
        when: 'Steady volume, strict privacy, a narrow task.',
      },
    ],
    source: [HOUSE],
  },
  {
    kinds: ['guardrail'],
    key: 'side',
    question: 'What does the guardrail check?',
    options: [
      {
        value: 'input',
        gains: 'Stops injections and requests that must not reach the model, and saves its cost.',
        costs: 'Cannot see what the model makes of a harmless question; injections get through any filter.',
        when: 'Always before an LLM that reads foreign text.',
      },
      {
        value: 'output',
        gains: 'Catches leaks, toxicity and claims without a source whatever caused them.',
        costs: 'Adds to the latency after generation; streaming has to wait or be cut.',
        when: 'Whenever users read the text.',
      },
      {
        value: 'both',
        gains: 'Each side covers what the other cannot see.',
        costs: 'Two checks to pay, tune and explain.',
        when: 'Public assistants.',
      },
    ],
    source: [{ title: 'OWASP Top 10 for LLM Applications', url: 'https://genai.owasp.org/llm-top-10/' }],
  },
  {
    kinds: ['cache'],
    key: 'ttlSec',
    question: 'How long does a cached answer live?',
    options: [
      {
        value: 'seconds',
        sets: 10,
        upTo: 59,
        gains: 'Takes the bursts off the model; nobody notices.',
        costs: 'A low hit rate outside of bursts.',
        when: 'Personalised answers.',
      },
      {
        value: 'minutes',
        sets: 300,
        upTo: 3599,
        gains: 'Popular queries cost nearly nothing.',
        costs: 'New items and feedback show late.',
        when: 'Search and pages that many share.',
      },
      {
        value: 'hours to a day',
        sets: 86_400,
        gains: 'The highest hit rate.',
        costs: 'Stale by design; invalidation has to work.',
        when: 'Answers that do not depend on the moment.',
      },
    ],
    source: [systemPattern('prediction cache'), HOUSE],
  },
]
