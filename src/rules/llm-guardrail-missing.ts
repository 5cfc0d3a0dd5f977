import type { Graph } from '../graph/graph'
import { checks, guardsAround, type Side } from '../graph/guardrails'
import { isUserFacing } from '../graph/live-trials'
import { onRequestPath, orchestratorOf } from '../graph/request-path'
import type { Block, Flow } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { owaspLlm } from './sources'
import { named } from './words'

const TRADEOFF =
  'A check takes 50 to 300 ms for each request, and blocks some answers and questions that were harmless.'

export const llmOutputGuardrailMissing = defineRule({
  id: 'llm-output-guardrail-missing',
  step: 'serve',
  sort: 'coverage',
  severity: 'error',
  summary: 'What a language model writes is checked before users get it.',
  why: 'A language model can write what is false, private, harmful or executable, and says it as fluently as the rest. Only a check outside the model holds when the model was misled.',
  cure: 'Check the output for grounding, leaks and harm before it leaves the service.',
  tradeoff: TRADEOFF,
  silent: [
    'No request waits for the model: it works offline, and its text is looked at before it is used.',
    'A guardrail wraps the model, follows it, or is called by a caller of the model in the same stage or a later one.',
    'A guardrail says that it checks both sides, or does not say which: such a service is drawn once and called twice.',
  ],
  source: [owaspLlm('LLM02', 'LLM05', 'LLM09')],
  good: [
    `g guardrail side=output; client -> app-service -> llm, g`,
    `g guardrail side=output; client -> app-service -> llm -> g`,
    `g guardrail; client -> app-service -> g -> llm`,
    `g guardrail side=output; client -> app-service -> prompt-builder -> llm; app-service -> g`,
    `g guardrail side=output; client -> a; a app-service; a -request-> llm {stage=1}; a -request-> g {stage=2}`,
    `g guardrail side=output; llm -data-> g; client -> app-service -> llm`,
    `data-lake -> llm -data-> prediction-store; client -> app-service -> prediction-store`,
  ],
  bad: [
    `client -> app-service -> llm`,
    `brief userFacing=false; client -> llm`,
    `g guardrail "Question check" side=input; client -> app-service -> g, llm`,
    `g guardrail "Answer check" side=output; a app-service; client -> gateway -> a; a -request-> g {stage=1}; a -request-> llm {stage=2}`,
    `client -> gateway -> llm`,
  ],
  applies: graph => liveLlms(graph).length > 0,
  *check(graph) {
    for (const llm of unguarded(graph, 'output'))
      yield {
        at: [llm.id],
        severity: isUserFacing(graph) ? 'error' : 'warning',
        message: `Nothing checks what ${named(llm)} writes: invented, private or harmful text goes out as it is.`,
        fixes: () => [addGuard(graph, llm, 'output'), widenGuard(graph, llm)],
      }
  },
})

export const llmInputGuardrailMissing = defineRule({
  id: 'llm-input-guardrail-missing',
  step: 'serve',
  sort: 'coverage',
  severity: 'warning',
  summary: 'What goes into a language model is checked for attacks and for what must not leave.',
  why: 'A model cannot tell an instruction from the text it works on, so a question can override the prompt. What users paste in also reaches whoever runs the model, passwords and personal data included.',
  cure: 'Check the question for injection and personal data before the prompt is built.',
  tradeoff: TRADEOFF,
  silent: [
    'No request waits for the model: its prompts are written by the job that calls it.',
    'A guardrail wraps the model, or is called by a caller of the model in the same stage or an earlier one.',
    'A guardrail says that it checks both sides, or does not say which: such a service is drawn once and called twice.',
  ],
  source: [owaspLlm('LLM01', 'LLM02')],
  good: [
    `g guardrail side=input; client -> app-service -> g, llm`,
    `g guardrail side=input; client -> g -> app-service -> llm`,
    `g guardrail side=both; client -> app-service -> llm, g`,
    `g guardrail side=input; g -data-> prompt-builder -> llm; client -> app-service -> prompt-builder`,
    `g guardrail side=input; client -> gateway -> g; gateway -> app-service -> llm`,
    `data-lake -> llm -data-> prediction-store`,
  ],
  bad: [
    `client -> app-service -> llm`,
    `g guardrail "Answer check" side=output; client -> app-service -> llm, g`,
    `g guardrail "Late check" side=input; a app-service; client -> a; a -request-> g {stage=2}; a -request-> llm {stage=1}`,
    `g guardrail "Answer check" side=output; client -> llm -> g`,
  ],
  applies: graph => liveLlms(graph).length > 0,
  *check(graph) {
    for (const llm of unguarded(graph, 'input'))
      yield {
        at: [llm.id],
        message: `Nothing checks what goes into ${named(llm)}: a question can carry orders to the model, and secrets to whoever runs it.`,
        fixes: () => [addGuard(graph, llm, 'input'), widenGuard(graph, llm)],
      }
  },
})

/** Language models that a client waits for. */
function liveLlms(graph: Graph): readonly Block[] {
  return graph.ofKind('llm').filter(llm => onRequestPath(graph).has(llm.id))
}

function unguarded(graph: Graph, side: Side): readonly Block[] {
  return liveLlms(graph).filter(llm => !guardsAround(graph, llm).some(guard => checks(guard, side)))
}

/** A guardrail that whoever asks the model calls, too; where clients ask the model itself, one between the two. */
function addGuard(graph: Graph, llm: Block, side: Side): EditFix | null {
  const draft = draftFix(graph)
  const caller = orchestratorOf(graph, llm)
  const guard = draft.add('guardrail', `${llm.id}-${side}-guardrail`, {
    label: side === 'input' ? 'Input guardrail' : 'Output guardrail',
    props: { side },
    beside: [llm],
  })
  if (caller !== llm) draft.link(caller.id, guard, ['request'])
  else for (const call of callsTo(graph, llm)) draft.lead(call, guard)
  return draft.done(`add an ${side} guardrail`)
}

/** Lets a guardrail that checks only the other side check both. */
function widenGuard(graph: Graph, llm: Block): EditFix | null {
  const [guard] = guardsAround(graph, llm)
  if (!guard) return null
  const draft = draftFix(graph)
  draft.setProp(guard.block, 'side', 'both')
  return draft.done(`let ${named(guard.block)} check both sides`)
}

function callsTo(graph: Graph, llm: Block): readonly Flow[] {
  return graph.into(llm.id).filter(flow => flow.kind === 'request' && flow.source !== llm.id)
}
