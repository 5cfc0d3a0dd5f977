import type { ReactNode } from 'react'
import { welcome as say } from '../messages/en'
import { Button } from '../parts/Button'
import type { IconName } from '../parts/chrome-icons'
import { Icon } from '../parts/Icon'
import { Keys } from '../parts/Keys'
import { preferences, usePreference } from '../session/preferences'
import styles from './FirstSteps.module.css'
import { keysTo } from './keys-to'

/** What one can do here, in three lines over the case studies, until the person hides it. */
export function Welcome() {
  if (!usePreference('firstSteps')) return null
  return (
    <section className={styles.welcome} aria-label={say.title}>
      <ul>
        <Step icon="shapes" name={say.draw.name}>
          {say.draw.what}
        </Step>
        <Step icon="circle-check" name={say.see.name}>
          {say.see.what}
        </Step>
        <Step icon="search" name={say.find.name}>
          {say.find.what(
            <Keys key="commands" of={keysTo('commands')} />,
            <Keys key="shortcuts" of={keysTo('shortcuts')} />,
          )}
        </Step>
      </ul>
      <Button icon="x" size="small" aria-label={say.hide} onClick={() => preferences.set('firstSteps', false)} />
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
