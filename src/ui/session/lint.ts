/** The rules with their engine: loaded right after the diagram is painted, since nothing of it is needed to draw. */
export { designOf } from '../../plan/sketch'
export { analyse, analysing, resolveFix } from '../../rules/analyse'
export { fixAll } from '../../rules/fix-all'
export { RULES, ruleOf } from '../../rules/index'
