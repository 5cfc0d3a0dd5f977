import { Fragment } from 'react'
import { STEP_NAMES } from '../../kinds/steps'
import type { Rule } from '../../rules/rule'
import { SeverityMark } from '../parts/SeverityMark'
import { useSession } from '../session/hooks'
import { ExamplePicture } from './ExamplePicture'
import styles from './RuleBook.module.css'
import { SourceLink } from './SourceLink'

const SORTS = {
  coverage: 'asks for what is missing, within the scope of the design',
  correctness: 'judges what is drawn, always',
} as const

/** The page of one rule, made from the rule itself. */
export function RulePage({ rule }: { readonly rule: Rule }) {
  const session = useSession()
  const step = rule.step === 'diagram' ? 'Diagram' : STEP_NAMES[rule.step]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard, too
    <article className={styles.page} data-rule={rule.id} tabIndex={0} aria-label={rule.id}>
      <h3>{rule.summary}</h3>
      <p className={styles.meta}>
        <SeverityMark severity={rule.severity} size={13} />
        <code>{rule.id}</code>
        {`· ${rule.severity} · ${step} · ${SORTS[rule.sort]}`}
      </p>
      <Prose text={rule.why} />
      <div className={styles.pictures}>
        <ExamplePicture plan={rule.bad[0]} rule={rule.id} name="Flagged" />
        <ExamplePicture plan={rule.good[0]} rule={rule.id} name="Fine" />
      </div>
      <dl>
        <dt>Fix</dt>
        <dd>
          <Prose text={rule.cure} />
        </dd>
        <dt>Trade-off</dt>
        <dd>
          <Prose text={rule.tradeoff} />
        </dd>
        <dt>Silent when</dt>
        <dd>
          {rule.silent.map(sentence => (
            <Prose key={sentence} text={sentence} />
          ))}
        </dd>
        <dt>Source</dt>
        <dd>
          {rule.source.map(source => (
            <p key={source.title + (source.item ?? '')}>
              <SourceLink source={source} />
            </p>
          ))}
        </dd>
        <dt>In a file</dt>
        <dd>
          <code>{`waive ${rule.id} @block "the reason"`}</code>
        </dd>
      </dl>
      {!session.lint && <p>The rules are still loading.</p>}
    </article>
  )
}

/** A sentence of a rule: what stands in backticks is a name. */
function Prose({ text }: { readonly text: string }) {
  const parts = text.split('`')
  return (
    <p>
      {parts.map((part, index) => {
        const key = `${index} ${part}`
        return index % 2 === 1 ? <code key={key}>{part}</code> : <Fragment key={key}>{part}</Fragment>
      })}
    </p>
  )
}
