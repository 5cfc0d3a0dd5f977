import type { Problem } from '../model/problem'
import { ruleOf } from '../rules/index'
import type { Rule } from '../rules/rule'
import { guarded, problemsOf, type RawRule } from './custom-rule'
import type { BrokenCall } from './options'
import type { Terminal } from './terminal'
import { TOOLBOX } from './toolbox'

/**
 * The rules of a person's own modules, in the order given. A module's default export is a rule, a list of rules, or a
 * function that is handed our tools and returns either. Modules run with the rights of the caller: they are loaded when
 * the call names them, never found by themselves.
 */
export async function loadRules(
  files: readonly string[],
  terminal: Pick<Terminal, 'importModule'>,
): Promise<{ readonly rules: readonly Rule[] } | BrokenCall> {
  const rules: Rule[] = []
  for (const file of files) {
    const read = await readModule(file, terminal)
    if ('problems' in read) return { file, problems: read.problems }
    const taken = new Set(rules.map(rule => rule.id))
    const problems = read.rules.flatMap((raw, index) => [...problemsOf(raw, index), ...clashes(raw, taken)])
    if (problems.length > 0) return { file, problems }
    rules.push(...read.rules.map(raw => guarded(raw as RawRule)))
  }
  return { rules }
}

async function readModule(
  file: string,
  terminal: Pick<Terminal, 'importModule'>,
): Promise<{ readonly rules: readonly unknown[] } | { readonly problems: readonly Problem[] }> {
  try {
    const { default: exported } = (await terminal.importModule(file)) as { readonly default?: unknown }
    if (exported === undefined) return refuse('It has no default export.', EXPORT_HINT)
    const given: unknown = typeof exported === 'function' ? await exported(TOOLBOX) : exported
    const rules = Array.isArray(given) ? given : [given]
    return rules.length > 0 ? { rules } : refuse('It has no rule.', EXPORT_HINT)
  } catch (error) {
    return refuse(`It could not be loaded: ${reasonOf(error)}`)
  }
}

const EXPORT_HINT =
  'Export a rule, a list of rules, or a function that returns them: docs/custom-rules.md has an example.'

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return text.split('\n')[0] ?? ''
}

/** Adds the id of a rule to those taken; a problem where it was. */
function clashes(raw: unknown, taken: Set<string>): Problem[] {
  const { id } = (raw ?? {}) as { readonly id?: unknown }
  if (typeof id !== 'string') return []
  const path = `rule “${id}”`
  const hint = 'Give yours a name of its own, such as with the name of your team first.'
  if (ruleOf(id)) return [{ path, message: 'Groundplan has a rule of that id.', hint }]
  if (taken.has(id)) return [{ path, message: 'two rules have this id.', hint }]
  taken.add(id)
  return []
}

function refuse(message: string, hint?: string): { readonly problems: readonly Problem[] } {
  return { problems: [{ path: '', message, ...(hint === undefined ? {} : { hint }) }] }
}
