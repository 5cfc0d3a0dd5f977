import { Fragment } from 'react'
import { STEP_NAMES } from '../../kinds/steps'
import type { Rule } from '../../rules/rule'
import { ruleBook as say } from '../messages/en'
import { SeverityMark } from '../parts/SeverityMark'
import { useSession } from '../session/hooks'
import { ExamplePicture } from './ExamplePicture'
import styles from './RuleBook.module.css'
import { SourceLink } from './SourceLink'

/** The page of one rule, made from the rule itself. */
export function RulePage({ rule }: { readonly rule: Rule }) {
  const session = useSession()
  const step = rule.step === 'diagram' ? say.diagram : STEP_NAMES[rule.step]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard, too
    <article className={styles.page} data-rule={rule.id} tabIndex={0} aria-label={rule.id}>
      <h3>{rule.summary}</h3>
      <p className={styles.meta}>
        <SeverityMark severity={rule.severity} size={13} />
        <code>{rule.id}</code>
        {`· ${say.severity[rule.severity]} · ${step} · ${say.sort[rule.sort]}`}
      </p>
      <Prose text={rule.why} />
      <div className={styles.pictures}>
        <ExamplePicture plan={rule.bad[0]} rule={rule.id} name={say.flagged} />
        <ExamplePicture plan={rule.good[0]} rule={rule.id} name={say.fine} />
      </div>
      <dl>
        <dt>{say.fix}</dt>
        <dd>
          <Prose text={rule.cure} />
        </dd>
        <dt>{say.tradeoff}</dt>
        <dd>
          <Prose text={rule.tradeoff} />
        </dd>
        <dt>{say.silent}</dt>
        <dd>
          {rule.silent.map(sentence => (
            <Prose key={sentence} text={sentence} />
          ))}
        </dd>
        <dt>{say.source}</dt>
        <dd>
          {rule.source.map(source => (
            <p key={source.title + (source.item ?? '')}>
              <SourceLink source={source} />
            </p>
          ))}
        </dd>
        <dt>{say.inFile}</dt>
        <dd>
          <code>{say.waiver(rule.id)}</code>
        </dd>
      </dl>
      {!session.lint && <p>{say.loading}</p>}
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
