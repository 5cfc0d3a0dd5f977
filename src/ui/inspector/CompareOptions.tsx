import { Fragment } from 'react'
import type { Choice } from '../../kinds/choices/index'
import { chosenOptions, valueOfOption } from '../../kinds/choices/matching'
import type { Field } from '../../kinds/kind'
import type { PropValue } from '../../model/design'
import { compareOptions as say } from '../messages/en'
import { Icon } from '../parts/Icon'
import styles from './CompareOptions.module.css'

interface CompareOptionsProps {
  readonly choice: Choice
  readonly field: Field
  readonly value: PropValue | undefined
  readonly onChoose: (value: PropValue) => void
}

/** The options of a decision with what each gains and costs; a press takes one where the field can hold it. */
export function CompareOptions({ choice, field, value, onChoose }: CompareOptionsProps) {
  const chosen = chosenOptions(choice, field, value)
  return (
    <div className={styles.choice} role="group" aria-label={choice.question}>
      <p className={styles.question}>{choice.question}</p>
      <ul>
        {choice.options.map(option => {
          const next = valueOfOption(field, option, value)
          const isChosen = chosen.includes(option)
          return (
            <li key={option.value} className={styles.option} data-chosen={isChosen}>
              {next === undefined ? (
                <strong>{option.value}</strong>
              ) : (
                <button
                  type="button"
                  aria-pressed={isChosen}
                  onClick={() => {
                    if (!isChosen) onChoose(next)
                  }}
                >
                  {option.value}
                  {isChosen && <Icon name="check" size={14} />}
                </button>
              )}
              <dl>
                <dt>{say.gains}</dt>
                <dd>{option.gains}</dd>
                <dt>{say.costs}</dt>
                <dd>{option.costs}</dd>
                <dt>{say.when}</dt>
                <dd>{option.when}</dd>
              </dl>
            </li>
          )
        })}
      </ul>
      <p className={styles.sources}>
        {say.sources(choice.source.length)}
        {choice.source.map(({ title, url }, index) => (
          <Fragment key={title}>
            {index > 0 && '; '}
            {url ? (
              <a href={url} target="_blank" rel="noreferrer">
                {title}
              </a>
            ) : (
              title
            )}
          </Fragment>
        ))}
      </p>
    </div>
  )
}
