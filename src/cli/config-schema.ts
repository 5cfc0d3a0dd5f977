import type { Json } from '../model/design'
import { RULES } from '../rules/index'
import { SEVERITIES } from '../rules/rule'
import { CONFIG_FILE } from './config'
import { LEVELS, PROFILES } from './settings'

type Shape = Readonly<Record<string, Json>>

/**
 * The JSON Schema of the configuration, for editors that complete and check it. It takes ids of rules that it does not
 * know, because a team may have rules of its own; the command line, which has them at hand, does not.
 */
export function configSchema(): Shape {
  const level = { $ref: '#/$defs/level' }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Groundplan configuration',
    description: `How designs are linted: ${CONFIG_FILE} in the folder where the command line is run.`,
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      profile: {
        enum: PROFILES,
        description:
          'review asks for all that a design lacks; learning is quiet about what a drawing of few blocks has not got yet. Absent: review.',
      },
      rules: {
        type: 'object',
        description: 'What each rule counts for, by its id; off: it is not asked.',
        properties: Object.fromEntries(RULES.map(({ id, summary }) => [id, { ...level, description: summary }])),
        additionalProperties: level,
      },
      maxWarnings: {
        type: 'integer',
        minimum: 0,
        description: 'More warnings than this make the run fail. Absent: any number may be there.',
      },
      minSeverity: {
        enum: SEVERITIES,
        description: 'Findings from this severity up make the run fail. Absent: error.',
      },
    },
    $defs: { level: { enum: LEVELS } },
  }
}
