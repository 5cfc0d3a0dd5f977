import type { ReactNode } from 'react'
import { Button } from '../parts/Button'
import type { IconName } from '../parts/chrome-icons'
import { Icon } from '../parts/Icon'
import { Keys } from '../parts/Keys'
import { preferences, usePreference } from '../session/preferences'
import styles from './FirstSteps.module.css'
import { keysTo } from './words'

/** What one can do here, in three lines over the case studies, until the person hides it. */
export function Welcome() {
  if (!usePreference('firstSteps')) return null
  return (
    <section className={styles.welcome} aria-label="First steps">
      <ul>
        <Step icon="shapes" name="Draw">
          Typed blocks, from the goal to monitoring.
        </Step>
        <Step icon="circle-check" name="See what is missing">
          Rules read along: why, the price, a fix.
        </Step>
        <Step icon="search" name="Find anything">
          <Keys of={keysTo('commands')} /> on the canvas, <Keys of={keysTo('shortcuts')} /> for every key.
        </Step>
      </ul>
      <Button
        icon="x"
        size="small"
        aria-label="Hide the first steps"
        onClick={() => preferences.set('firstSteps', false)}
      />
    </section>
  )
}

interface StepProps {
  readonly icon: IconName
  readonly name: string
  readonly children: ReactNode
}

function Step({ icon, name, children }: StepProps) {
  return (
    <li>
      <Icon name={icon} />
      <div>
        <strong>{name}</strong>
        <p>{children}</p>
      </div>
    </li>
  )
}
