/** The five places of a drawing of an ML system: sources, features, training, request path, monitoring. */
export const ROLES = ['sources', 'features', 'training', 'requests', 'monitoring'] as const
export type Role = (typeof ROLES)[number]

/** Where a kind stands on a drawing. */
export interface Post {
  readonly role: Role
  /** Its place in the order in which a room is first filled. */
  readonly rank: number
  /** Other rooms in which it may stand as well. */
  readonly also: readonly Role[]
  /** Where in its room it likes to stand, as shares of the way across and down; makes drawings alike. */
  readonly likes?: readonly [across: number, down: number]
}

function post(role: Role, rank: number, also: readonly Role[] = [], likes?: readonly [number, number]): Post {
  return { role, rank, also, ...(likes ? { likes } : {}) }
}

const POSTS: Readonly<Record<string, Post>> = {
  'data-source': post('sources', 0, [], [0, 0.4]),
  'data-lake': post('sources', 0, [], [0, 0.4]),
  'event-stream': post('sources', 1, [], [0, 1]),
  'etl-job': post('sources', 2),
  'pii-anonymizer': post('sources', 3),
  'data-validation': post('sources', 4, ['features']),
  'feature-pipeline-batch': post('features', 0),
  'feature-pipeline-stream': post('features', 1),
  'feature-store-offline': post('features', 2),
  'feature-store-online': post('features', 3, ['requests']),
  'embedding-job': post('features', 4, ['training', 'requests']),
  'batch-inference': post('features', 5, ['training', 'requests']),
  annotation: post('training', 0, ['sources', 'features']),
  'label-join': post('training', 0, ['sources', 'features', 'monitoring']),
  'dataset-builder': post('training', 1, ['features'], [0, 0]),
  'pretrained-model': post('training', 1),
  'training-job': post('training', 2, [], [0.4, 0]),
  'hyperparameter-tuning': post('training', 3),
  'experiment-tracker': post('training', 3),
  model: post('training', 3),
  'offline-eval': post('training', 4, [], [0.8, 0]),
  'model-registry': post('training', 5, [], [1, 0.4]),
  'safe-rollout': post('training', 6, [], [0.6, 1]),
  'online-experiment': post('training', 7, ['monitoring'], [1, 1]),
  client: post('requests', 0, [], [0, 1]),
  gateway: post('requests', 1, [], [0.3, 1]),
  cache: post('requests', 1),
  'app-service': post('requests', 2, [], [0.5, 0.7]),
  'online-preprocessor': post('requests', 3),
  'prompt-builder': post('requests', 3),
  guardrail: post('requests', 3),
  'candidate-generator': post('requests', 3),
  'ann-index': post('requests', 4),
  'operational-store': post('requests', 4),
  'online-inference': post('requests', 4),
  ranker: post('requests', 5),
  llm: post('requests', 5),
  'prediction-store': post('requests', 5),
  're-ranker': post('requests', 6),
  'decision-policy': post('requests', 6),
  fallback: post('requests', 7),
  'human-review': post('requests', 8, ['training', 'monitoring']),
  'feedback-collector': post('monitoring', 0, ['requests']),
  'prediction-log': post('monitoring', 1),
  'drift-monitor': post('monitoring', 3),
  'performance-monitor': post('monitoring', 3),
  'service-monitor': post('monitoring', 3, [], [0.5, 1]),
  alerting: post('monitoring', 4),
  'retraining-trigger': post('monitoring', 5, ['training'], [0.5, 0]),
}

const UNKNOWN = post('requests', 5)

/** Where a kind stands; one that is not listed stands on the request path. */
export function postOf(kind: string): Post {
  return (Object.hasOwn(POSTS, kind) ? POSTS[kind] : undefined) ?? UNKNOWN
}
