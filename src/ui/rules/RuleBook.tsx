import { useState } from 'react'
import { STEP_NAMES, stepNumber } from '../../kinds/steps'
import { STEPS, type Step } from '../../model/design'
import type { Rule } from '../../rules/rule'
import { ruleBook as say } from '../messages/en'
import { Dialog } from '../parts/Dialog'
import { SeverityMark } from '../parts/SeverityMark'
import { useAnalysis, useEditor, useSession } from '../session/hooks'
import styles from './RuleBook.module.css'
import { RulePage } from './RulePage'

const PARTS: readonly (Step | 'diagram')[] = [...STEPS, 'diagram']

/** Every rule by step, and the page of one: what it asks, why, what its cure costs, and where that comes from. */
export default function RuleBook() {
  const session = useSession()
  const chosen = useEditor(editor => editor.rule)
  const [query, setQuery] = useState('')
  const rules = session.lint?.RULES ?? []
  const words = query.trim().toLowerCase()
  const shown = rules.filter(rule => `${rule.id} ${rule.summary}`.toLowerCase().includes(words))
  const rule = rules.find(one => one.id === chosen) ?? shown[0]
  return (
    <Dialog title={say.title} onClose={() => session.editor.setState({ dialog: null, rule: null })}>
      <div className={styles.book}>
        <nav className={styles.index} aria-label={say.rules}>
          <input
            className={styles.search}
            type="search"
            aria-label={say.search}
            placeholder={say.searchAll(rules.length)}
            value={query}
            onChange={event => setQuery(event.target.value)}
          />
          <div className={styles.list}>
            {PARTS.map(part => (
              <Part key={part} part={part} rules={shown.filter(one => one.step === part)} open={rule?.id} />
            ))}
            {shown.length === 0 && <p>{say.none}</p>}
          </div>
        </nav>
        {rule && <RulePage key={rule.id} rule={rule} />}
      </div>
    </Dialog>
  )
}

interface PartProps {
  readonly part: Step | 'diagram'
  readonly rules: readonly Rule[]
  readonly open: string | undefined
}

function Part({ part, rules, open }: PartProps) {
  if (rules.length === 0) return null
  return (
    <section data-step={part}>
      <h3>{part === 'diagram' ? say.diagram : `${stepNumber(part)} ${STEP_NAMES[part]}`}</h3>
      <ul>
        {rules.map(rule => (
          <li key={rule.id}>
            <RuleButton rule={rule} isOpen={rule.id === open} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function RuleButton({ rule, isOpen }: { readonly rule: Rule; readonly isOpen: boolean }) {
  const session = useSession()
  const count = useAnalysis(analysis => analysis.findings.filter(finding => finding.rule === rule.id).length)
  return (
    <button
      type="button"
      className={styles.rule}
      aria-current={isOpen ? 'page' : undefined}
      onClick={() => session.editor.setState({ rule: rule.id })}
    >
      <SeverityMark severity={rule.severity} size={12} />
      <span>{rule.id}</span>
      {count > 0 && <b title={say.open(count)}>{count}</b>}
    </button>
  )
}
