/** The rules with their engine: loaded right after the diagram is painted, since nothing of it is needed to draw. */
export { analyse, resolveFix } from '../../rules/analyse'
export { ruleOf } from '../../rules/index'
