import { RULES } from '../rules/index'
import type { LintOptions } from '../rules/lint'
import { type Rule, SEVERITIES, type Severity } from '../rules/rule'
import { CONFIG_FILE, readConfig } from './config'
import { loadRules } from './custom-rules'
import { type BrokenCall, readOptions, type WrongCall } from './options'
import { anyOf, didYouMean, isOneOf, LEVELS, type Level, PROFILES } from './settings'
import type { Terminal } from './terminal'

const FORMATS = ['text', 'json', 'sarif'] as const
export type ReportFormat = (typeof FORMATS)[number]

/** A call of `lint`, its configuration read and its rules at hand. */
export interface LintCall {
  readonly targets: readonly string[]
  readonly format: ReportFormat
  readonly minSeverity: Severity
  /** More warnings than this make the run fail. */
  readonly maxWarnings: number
  readonly isFixing: boolean
  /** Whether SARIF leaves out what is waived, for readers that do not know suppressions. */
  readonly isWithoutWaived: boolean
  /** The rules that are asked. */
  readonly rules: readonly Rule[]
  readonly lint: LintOptions
}

const OPTIONS = {
  format: { type: 'string', default: 'text' },
  'min-severity': { type: 'string' },
  'max-warnings': { type: 'string' },
  profile: { type: 'string' },
  rule: { type: 'string', multiple: true },
  rules: { type: 'string', multiple: true },
  fix: { type: 'boolean', default: false },
  'without-waived': { type: 'boolean', default: false },
} as const

/** Reads the options of a call over the configuration of the working folder: what the call says wins. */
export async function readLintCall(
  args: readonly string[],
  terminal: Terminal,
): Promise<LintCall | WrongCall | BrokenCall> {
  const options = readOptions(args, OPTIONS)
  if ('wrong' in options) return options
  const { values, positionals } = options
  if (positionals.length === 0) return { wrong: 'no file given' }
  const wrong = wrongWord(values)
  if (wrong) return { wrong }
  const own = await loadRules(values.rules ?? [], terminal)
  if (!('rules' in own)) return own
  const all = [...RULES, ...own.rules]
  const ids = all.map(rule => rule.id)
  const config = readConfig(ids)
  if (!config.ok) return { file: CONFIG_FILE, problems: config.problems }
  const set = readLevels(values.rule ?? [], ids)
  if ('wrong' in set) return set
  const { minSeverity = 'error', maxWarnings = Number.POSITIVE_INFINITY, profile = 'review', rules } = config.value
  const severities = { ...rules, ...set.levels }
  return {
    targets: positionals,
    format: values.format as ReportFormat,
    minSeverity: (values['min-severity'] as Severity | undefined) ?? minSeverity,
    maxWarnings: values['max-warnings'] === undefined ? maxWarnings : Number(values['max-warnings']),
    isFixing: values.fix,
    isWithoutWaived: values['without-waived'],
    rules: all.filter(({ id }) => severities[id] !== 'off'),
    lint: { rules: all, severities, review: (values.profile ?? profile) === 'review' },
  }
}

interface Words {
  readonly format: string
  readonly 'min-severity'?: string | undefined
  readonly 'max-warnings'?: string | undefined
  readonly profile?: string | undefined
}

function wrongWord(values: Words): string | null {
  const { format, profile, 'min-severity': severity, 'max-warnings': most } = values
  if (!isOneOf(FORMATS, format)) return `--format is ${anyOf(FORMATS)}, not ${JSON.stringify(format)}`
  if (severity !== undefined && !isOneOf(SEVERITIES, severity))
    return `--min-severity is ${anyOf(SEVERITIES)}, not ${JSON.stringify(severity)}`
  if (profile !== undefined && !isOneOf(PROFILES, profile))
    return `--profile is ${anyOf(PROFILES)}, not ${JSON.stringify(profile)}`
  if (most !== undefined && !/^\d{1,9}$/.test(most))
    return `--max-warnings is a whole number from 0, not ${JSON.stringify(most)}`
  return null
}

/** `no-fallback=off` and the like, the last word on a rule wins. */
function readLevels(
  settings: readonly string[],
  ids: readonly string[],
): { readonly levels: Readonly<Record<string, Level>> } | WrongCall {
  const levels: [id: string, level: Level][] = []
  for (const setting of settings) {
    const [id = '', level] = setting.split('=', 2)
    if (!ids.includes(id)) {
      const hint = didYouMean(id, ids) ?? '“groundplan rules” lists them.'
      return { wrong: `--rule: there is no rule ${JSON.stringify(id)}. ${hint}` }
    }
    if (!isOneOf(LEVELS, level))
      return { wrong: `--rule ${id}=… is ${anyOf(LEVELS)}, not ${JSON.stringify(level ?? '')}` }
    levels.push([id, level])
  }
  return { levels: Object.fromEntries(levels) }
}
