import { isTrue, listOf, numberOf, wordOf } from '../graph/props'
import { ARTIFACT, ancestors, bypasses, descendants, LINEAGE, REQUEST } from '../graph/reach'
import { onRequestPath, orchestratorOf } from '../graph/request-path'
import { servedModels } from '../graph/served'
import { draftFix } from '../rules/fixes/draft'
import { listed, named } from '../rules/words'

/**
 * What a module of a person's own rules is handed: the questions and fixes that our rules are written with. Each is
 * described in docs/custom-rules.md; what is here stays.
 */
export const TOOLBOX = {
  named,
  listed,
  numberOf,
  wordOf,
  isTrue,
  listOf,
  servedModels,
  onRequestPath,
  orchestratorOf,
  ancestors,
  descendants,
  bypasses,
  REQUEST,
  LINEAGE,
  ARTIFACT,
  draftFix,
} as const
