import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { graphOf } from '../../src/graph/graph'
import { designOf } from '../../src/plan/sketch'
import { lint } from '../../src/rules/lint'

const FOLDER = new URL('../fixtures/papers/', import.meta.url)

// Ten systems as their authors described them, drawn with what the text says and nothing else. A paper is about its
// idea: what it leaves out, a review would ask. Each finding stands here with the reason why it is true of the drawing;
// those that a practitioner could dispute say so.

/** The text names no target, no load, no size: a reviewer could not check whether the design meets anything. */
const NO_FIGURES = 'no such figure in the text'
/** Papers report a gain; what must not get worse meanwhile is seldom said. */
const NO_GUARDRAIL = 'the text names what got better, and nothing that had to stay'
/** The text ends where the model is better offline and in the test; how versions are kept and taken back is left out. */
const NO_RELEASE = 'the text goes from training to serving without versions or stages'
/** Monitoring is another team’s paper. */
const NOT_WATCHED = 'nothing in the text watches live predictions or the service'
const NO_WAY_OUT = 'the text does not say what users see while the model is late or down'
const NOT_REPEATED = 'neither tuning nor records of runs are described'
const AVERAGE = 'results are averages over everyone'
const UNCHECKED = 'logs go into training as they are'
const NOT_RETRAINED = 'the text does not say when training runs again'
const NOT_KEPT = 'what was shown is not recorded in the text, or only as later events'

/** Findings by paper: the rule and its blocks, and why it is right. */
const EXPECTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'airbnb-search': {
    'no-data-validation@logs': UNCHECKED,
    'unmonitored-model@rank': NOT_WATCHED,
    'brief-latency-missing': NO_FIGURES,
    'brief-scale-missing': NO_FIGURES,
    'cold-start-unhandled': 'the paper tells how listing ids failed to generalise; new listings get no treatment',
    'no-model-registry@train': NO_RELEASE,
    'no-safe-rollout@train+rank': NO_RELEASE,
    'no-fallback@rank': NO_WAY_OUT,
    'no-retraining-trigger@train': NOT_RETRAINED,
    'no-service-monitoring@search': NOT_WATCHED,
    'guardrail-metric-missing': NO_GUARDRAIL,
    'hyperparameters-untuned@train': 'the paper says that searching them brought nothing, which `tuned` could state',
    'no-experiment-tracking@train': NOT_REPEATED,
    'no-slice-eval@eval': AVERAGE,
    'no-prediction-log@search': NOT_KEPT,
  },
  'artwork-personalisation': {
    'unmonitored-model@score': NOT_WATCHED,
    'brief-latency-missing': NO_FIGURES,
    'brief-scale-missing': 'the post gives requests per second of images, not of this page; disputable',
    'no-model-registry@train': NO_RELEASE,
    'no-safe-rollout@train+score': NO_RELEASE,
    'no-service-monitoring@home': NOT_WATCHED,
    'guardrail-metric-missing': NO_GUARDRAIL,
    'hyperparameters-untuned@train': NOT_REPEATED,
    'no-experiment-tracking@train': NOT_REPEATED,
    'no-slice-eval@replay': AVERAGE,
  },
  'deep-interest-network': {
    'model-without-training@match': 'collaborative filtering is named as the first stage and never trained in the text',
    'unmonitored-model@din': NOT_WATCHED,
    'unmonitored-model@match': NOT_WATCHED,
    'brief-latency-missing': NO_FIGURES,
    'cold-start-unhandled': 'interests come from behaviour; visitors without any are not treated',
    'no-model-registry@train': NO_RELEASE,
    'no-safe-rollout@match': NO_RELEASE,
    'no-safe-rollout@train+din': NO_RELEASE,
    'position-bias@din': 'clicks on displayed ads train the model, and nothing accounts for where they stood',
    'no-fallback@din': NO_WAY_OUT,
    'no-fallback@match': NO_WAY_OUT,
    'no-retraining-trigger@train': NOT_RETRAINED,
    'no-service-monitoring@ads': NOT_WATCHED,
    'guardrail-metric-missing': NO_GUARDRAIL,
    'hyperparameters-untuned@train': NOT_REPEATED,
    'no-experiment-tracking@train': NOT_REPEATED,
    'no-slice-eval@eval': AVERAGE,
  },
  'pixie-related-pins': {
    'brief-latency-missing': 'the paper measures 60 ms at the 99th percentile and states no target',
    'no-fallback@rank': NO_WAY_OUT,
    'no-service-monitoring@home': NOT_WATCHED,
    'guardrail-metric-missing': NO_GUARDRAIL,
    'no-slice-eval@eval': AVERAGE,
  },
  'predictive-maintenance': {
    'no-data-validation@maint': 'maintenance records label the data unchecked',
    'no-data-validation@sens': 'the statistics are computed from whatever the sensors send',
    'unmonitored-model@score': NOT_WATCHED,
    'brief-scale-missing': NO_FIGURES,
    'no-model-registry@train': NO_RELEASE,
    'no-safe-rollout@train+score':
      'a plant would run it beside the old schedule first; the paper simulates. Disputable',
    'no-prediction-log@score': NOT_KEPT,
    'no-retraining-trigger@train': NOT_RETRAINED,
    'guardrail-metric-missing': NO_GUARDRAIL,
    'hyperparameters-untuned@train': NOT_REPEATED,
    'no-experiment-tracking@train': NOT_REPEATED,
  },
  'semantic-product-search': {
    'no-data-validation@logs': UNCHECKED,
    'unmonitored-model@enc': NOT_WATCHED,
    'unmonitored-model@knn': NOT_WATCHED,
    'brief-latency-missing': NO_FIGURES,
    'random-split-on-temporal-data@set':
      'queries of the same months stand on both sides; the paper holds out at random',
    'no-model-registry@train': NO_RELEASE,
    'no-safe-rollout@knn': NO_RELEASE,
    'no-safe-rollout@train+enc': NO_RELEASE,
    'no-fallback@enc': 'the lexical match set could answer alone; the text does not say that it does',
    'no-fallback@knn': 'the lexical match set could answer alone; the text does not say that it does',
    'no-fallback@rank': NO_WAY_OUT,
    'no-retraining-trigger@train': NOT_RETRAINED,
    'no-service-monitoring@search': NOT_WATCHED,
    'guardrail-metric-missing': NO_GUARDRAIL,
    'hyperparameters-untuned@train': NOT_REPEATED,
    'no-experiment-tracking@train': NOT_REPEATED,
    'no-slice-eval@eval': AVERAGE,
    'no-prediction-log@search': NOT_KEPT,
  },
  'smart-reply': {
    'no-data-validation@src': 'mail is cleaned and anonymised; that a day of it is whole and sane is not checked',
    'no-offline-eval@trigtrain': 'the metrics are those of the ranking; the trigger is reported by its rate alone',
    'no-online-eval@cluster+inbox': 'usage is reported after launch; no comparison on live traffic is described',
    'unmonitored-model@cluster':
      'the response set is revised by people; disputable for a model that serves no one live',
    'unmonitored-model@lstm': NOT_WATCHED,
    'unmonitored-model@trig': NOT_WATCHED,
    'brief-latency-missing': NO_FIGURES,
    'brief-scale-missing': NO_FIGURES,
    'no-model-registry@train': NO_RELEASE,
    'no-model-registry@trigtrain': NO_RELEASE,
    'no-safe-rollout@train+lstm': NO_RELEASE,
    'no-safe-rollout@trigtrain+trig': NO_RELEASE,
    'success-metric-unmeasured@cluster+inbox': 'usage is the goal, and no drawn block computes it',
    'no-fallback@lstm': 'an inbox without suggestions is fine: `optional` would say so',
    'no-fallback@trig': 'an inbox without suggestions is fine: `optional` would say so',
    'no-prediction-log@cluster': 'as for its monitor; disputable',
    'no-prediction-log@inbox': NOT_KEPT,
    'no-retraining-trigger@train': NOT_RETRAINED,
    'no-retraining-trigger@trigtrain': NOT_RETRAINED,
    'no-service-monitoring@inbox': NOT_WATCHED,
    'guardrail-metric-missing': NO_GUARDRAIL,
    'hyperparameters-untuned@train': NOT_REPEATED,
    'hyperparameters-untuned@trigtrain': NOT_REPEATED,
    'no-experiment-tracking@train': NOT_REPEATED,
    'no-experiment-tracking@trigtrain': NOT_REPEATED,
    'no-slice-eval@eval': AVERAGE,
  },
  'stripe-radar': {
    'no-data-validation@ledger': UNCHECKED,
    'unmonitored-model@net': 'features are watched while models are built; live scores are not in the text',
    'brief-scale-missing': NO_FIGURES,
    'no-model-registry@train': NO_RELEASE,
    'no-online-experiment@api+roll': 'a shadow run shows agreement, not fraud that was prevented',
    'no-slice-eval@eval': 'at high stakes a warning: precision per merchant and country is not in the text',
    'success-metric-unmeasured@api': 'nothing drawn computes the fraud rate',
    'threshold-without-calibration@rules':
      'merchants set thresholds on the score; no metric says that it keeps its meaning',
    'no-fallback@net': NO_WAY_OUT,
    'no-prediction-log@api': NOT_KEPT,
    'no-retraining-trigger@train': 'retrained often, says the post, and not when or why',
    'no-service-monitoring@api': NOT_WATCHED,
    'brief-no-simple-alternative': 'rules stand beside the model, none instead of it',
    'guardrail-metric-missing': NO_GUARDRAIL,
    'class-imbalance-unhandled@set': 'one in a thousand is fraud, and how that is treated is not in the text',
    'hyperparameters-untuned@train': NOT_REPEATED,
    'no-baseline@eval': 'the post compares with XGBoost once; the drawing names no baseline for each release',
    'no-experiment-tracking@train': NOT_REPEATED,
    'rollback-not-automatic@roll': NO_RELEASE,
  },
  'tfx-app-recommendation': {
    'unmonitored-model@retr':
      'TFX validates data and models before a push; live predictions are not watched in the paper',
    'unmonitored-model@rk':
      'TFX validates data and models before a push; live predictions are not watched in the paper',
    'brief-latency-missing': NO_FIGURES,
    'brief-scale-missing': NO_FIGURES,
    'cold-start-unhandled': 'new apps and new users are not treated',
    'no-safe-rollout@push+retr+rk': 'the push is validated, and then goes to all servers',
    'position-bias@rk': 'installs train the ranker, and nothing accounts for the position',
    'no-fallback@retr': NO_WAY_OUT,
    'no-fallback@rk': NO_WAY_OUT,
    'no-service-monitoring@serve': NOT_WATCHED,
    'guardrail-metric-missing': NO_GUARDRAIL,
    'hyperparameters-untuned@train': NOT_REPEATED,
    'no-experiment-tracking@train': 'metadata of runs came to TFX later',
    'no-prediction-log@serve': NOT_KEPT,
    'no-retraining-trigger@train': 'runs continuously, whatever happens: worth an answer, no more',
  },
  'uber-deep-eta': {
    'no-online-eval@eta+reg': 'the post compares errors; no test on live traffic is described',
    'unmonitored-model@model': NOT_WATCHED,
    'brief-latency-missing': 'a few milliseconds, says the post, and names no target',
    'brief-scale-missing': NO_FIGURES,
    'no-safe-rollout@reg+model': NO_RELEASE,
    'success-metric-unmeasured@eta': 'the error of live estimates is computed nowhere in the drawing',
    'no-prediction-log@eta': NOT_KEPT,
    'no-service-monitoring@eta': NOT_WATCHED,
    'guardrail-metric-missing': NO_GUARDRAIL,
    'hyperparameters-untuned@train': NOT_REPEATED,
    'no-experiment-tracking@train': NOT_REPEATED,
    'fallback-never-triggers@eta': 'the routing engine can answer alone; when it does is not said',
    'no-retraining-trigger@train': 'runs on a schedule, whatever happens: worth an answer, no more',
  },
}

const papers = readdirSync(FOLDER).filter(file => file.endsWith('.plan'))

test('every paper is argued', () => {
  expect(papers.map(file => file.replace('.plan', '')).sort()).toEqual(Object.keys(EXPECTED).sort())
})

describe.each(papers)('%s', file => {
  const text = readFileSync(new URL(file, FOLDER), 'utf8')

  test('names its source', () => {
    expect(text.split('\n').slice(0, 6).join(' ')).toMatch(/https:\/\/\S+/)
  })

  test('gets the findings that are true of it, and no other', () => {
    const found = lint(graphOf(designOf(text)), { review: true }).map(finding =>
      finding.at.length === 0 ? finding.rule : `${finding.rule}@${finding.at.join('+')}`,
    )
    expect(found.sort()).toEqual(Object.keys(EXPECTED[file.replace('.plan', '')] ?? {}).sort())
  })
})
