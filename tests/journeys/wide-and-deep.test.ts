import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { withPage } from './browser'
import { drawn, listedRules, middle, openFile, withoutFileDialogs } from './editor-page'

const PLAN = readFileSync('tests/fixtures/wide-and-deep.plan', 'utf8')

test('the Wide & Deep pipeline opens from plan text laid out, tidies, and lint says what is true of that drawing', () =>
  withPage({ viewport: { width: 1440, height: 900 } }, async (page, context) => {
    await withoutFileDialogs(context)
    await page.reload()
    await openFile(page, 'wide-and-deep.plan', PLAN)
    await page.locator('[data-block="trainer"]').waitFor()
    const { blocks, flows } = await drawn(page)
    expect([blocks.length, flows.length]).toEqual([20, 26])
    await page.getByRole('button', { name: 'Tidy layout' }).click()
    await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' })
    const boxes = await Promise.all(
      blocks.map(async id => ({ id, ...(await middle(page.locator(`[data-block="${id}"]`))) })),
    )
    const overlaps = boxes.flatMap(a =>
      boxes
        .filter(
          b =>
            a.id < b.id &&
            Math.abs(a.x - b.x) < (a.width + b.width) / 2 - 1 &&
            Math.abs(a.y - b.y) < (a.height + b.height) / 2 - 1,
        )
        .map(b => [a.id, b.id]),
    )
    expect(overlaps).toEqual([])

    await page.getByRole('tab', { name: /^Findings/ }).click()
    await page.locator('li[data-rule]').first().waitFor()
    expect((await listedRules(page)).sort()).toEqual(TRUE_OF_THE_PAPER.map(([rule]) => rule).sort())
  }))

/** What the linter says of the drawing, and why it is right to. */
const TRUE_OF_THE_PAPER = [
  [
    'brief-latency-missing',
    'Section 4.3 speaks of about 10 ms a request and names no percentile: there is no p99 target.',
  ],
  [
    'no-data-validation',
    'Section 4.1 generates examples and vocabularies; nothing is said of checking the data before training.',
  ],
  ['no-fallback', 'The paper does not say what a visitor sees when the model servers are late.'],
  [
    'no-model-registry',
    'The verified model is loaded into the servers directly; no versioned store to roll back to is described.',
  ],
  [
    'no-retraining-trigger',
    'Section 4.2 retrains whenever new training data arrives; what notices that and starts the job is not described.',
  ],
  ['cold-start-unhandled', 'New users and new apps have no history; the paper does not say what they get.'],
  ['guardrail-metric-missing', 'Acquisitions went up in the test; what had to stay the same is not named.'],
  ['hyperparameters-untuned', 'Sizes of layers and embeddings are given, how they were chosen is not.'],
  ['no-experiment-tracking', 'Records of training runs are not described.'],
  ['no-service-monitoring', 'Nothing in the paper watches latency or errors of the servers.'],
  ['no-slice-eval', 'Offline AUC and online gain are averages over all users.'],
  ['position-bias', 'Impressions and acquisitions train the model, and the position of the app is not accounted for.'],
  ['unmonitored-model', 'After the dry run before release, no monitor of scores or quality in operation is described.'],
] as const
