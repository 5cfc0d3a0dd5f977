import { existsSync } from 'node:fs'
import { type Flaw, placedFaults, placedFlaws } from '../gate/flaw'
import { scan } from '../gate/scan'
import { expected } from '../gate/sentences'
import type { Json } from '../model/design'
import type { Problem, Result } from '../model/problem'
import { SEVERITIES } from '../rules/rule'
import { readText } from './files'
import { anyOf, didYouMean, isOneOf, LEVELS, PROFILES, type Settings } from './settings'

/** The settings of a team, in the folder where the command line is run and nowhere else: no linted file brings its own. */
export const CONFIG_FILE = 'groundplan.config.json'

/** The settings of the working folder, none when it has no file of them; or what is wrong with that file. */
export function readConfig(ruleIds: readonly string[]): Result<Settings> {
  if (!existsSync(CONFIG_FILE)) return { ok: true, value: {} }
  const text = readText(CONFIG_FILE)
  return text.ok ? parseConfig(text.value, ruleIds) : text
}

/** The settings in a text, or its problems, each with its line. */
export function parseConfig(text: string, ruleIds: readonly string[]): Result<Settings> {
  const faults = scan(text)
  if (faults.length > 0) return { ok: false, problems: placedFaults(text, faults) }
  const json = JSON.parse(text) as Json
  if (!isObject(json)) return refuse({ path: '', ...expected('an object with settings', json) })
  const flaws = Object.entries(json).flatMap(([key, value]) => flawsOf(key, value, ruleIds))
  return flaws.length > 0 ? refuse(...placedFlaws(text, flaws)) : { ok: true, value: json as Settings }
}

const KEYS = ['profile', 'rules', 'maxWarnings', 'minSeverity']

function flawsOf(key: string, value: Json, ruleIds: readonly string[]): Flaw[] {
  const path = [key]
  switch (key) {
    case '$schema':
      return typeof value === 'string' ? [] : [{ path, ...expected('the address of a schema', value) }]
    case 'profile':
      return isOneOf(PROFILES, value) ? [] : [{ path, ...expected(anyOf(PROFILES), value) }]
    case 'minSeverity':
      return isOneOf(SEVERITIES, value) ? [] : [{ path, ...expected(anyOf(SEVERITIES), value) }]
    case 'maxWarnings':
      return isCount(value) ? [] : [{ path, ...expected('a whole number from 0', value) }]
    case 'rules':
      return isObject(value)
        ? Object.entries(value).flatMap(([id, level]) => ruleFlaws(id, level, ruleIds))
        : [{ path, ...expected('an object such as { "no-fallback": "error" }', value) }]
    default:
      return [
        { path, message: 'there is no such setting.', hint: didYouMean(key, KEYS) ?? `There are ${KEYS.join(', ')}.` },
      ]
  }
}

function ruleFlaws(id: string, level: Json, ruleIds: readonly string[]): Flaw[] {
  const path = ['rules', id]
  if (!ruleIds.includes(id))
    return [
      { path, message: 'there is no such rule.', hint: didYouMean(id, ruleIds) ?? 'groundplan rules lists them.' },
    ]
  return isOneOf(LEVELS, level) ? [] : [{ path, ...expected(anyOf(LEVELS), level) }]
}

/** Whether a value is a whole number from 0. */
function isCount(value: Json): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
}

function isObject(value: Json): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function refuse(...problems: readonly Problem[]): Result<Settings> {
  return { ok: false, problems }
}
