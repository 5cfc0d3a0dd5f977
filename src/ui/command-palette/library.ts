import { STEP_NAMES } from '../../kinds/steps'
import { openCase } from '../case/open-case'
import { openRuleBook } from '../commands/findings'
import { libraryEntries as say } from '../messages/en'
import type { Session } from '../session/session'
import { CASE_STUDIES, factsOf } from '../start/case-studies'
import type { Entry } from './entry'

/** What stands in the library whatever is on the canvas: the page of each rule, and the case studies. */
export function libraryEntries(session: Session): Entry[] {
  const rules = (session.lint?.RULES ?? []).map(
    (rule): Entry => ({
      id: `rule/${rule.id}`,
      section: say.rules,
      name: rule.summary,
      words: rule.id.replaceAll('-', ' '),
      ...(rule.step === 'diagram' ? {} : { detail: STEP_NAMES[rule.step] }),
      icon: 'circle-help',
      run: () => openRuleBook(session, rule.id),
    }),
  )
  const cases = CASE_STUDIES.map(
    (study): Entry => ({
      id: `case/${study.id}`,
      section: say.openCase,
      name: study.title,
      words: say.caseWords(study.id.replaceAll('-', ' ')),
      detail: factsOf(study),
      icon: 'layout-template',
      run: () => openCase(study.id),
    }),
  )
  return [...cases, ...rules]
}
