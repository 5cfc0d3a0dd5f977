import { useState } from 'react'
import type { Waived as Accepted } from '../../rules/waivers'
import { takeWaiverBack } from '../commands/findings'
import { waivedList as say } from '../messages/en'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { useAnalysis, useSession } from '../session/hooks'
import styles from './Findings.module.css'

/** The findings that were accepted, with the reasons, and the way back. */
export function Waived() {
  const session = useSession()
  const waived = useAnalysis(analysis => analysis.waived)
  const [isOpen, setOpen] = useState(false)
  if (waived.length === 0) return null
  return (
    <div className={styles.waived}>
      <button type="button" className={styles.waivedHead} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} size={14} />
        {say.title}
        <em>{waived.length}</em>
      </button>
      {isOpen &&
        waived.map(each => (
          <div key={each.waiver.id} className={styles.waiver}>
            <p>
              {each.waiver.reason}
              <small>{stateOf(each)}</small>
            </p>
            <Button
              size="small"
              aria-label={say.takeBackOf(each.waiver.rule)}
              onClick={() => takeWaiverBack(session, each.waiver)}
            >
              {say.takeBack}
            </Button>
          </div>
        ))}
    </div>
  )
}

/** The rule, and what its waiver accepts now: nothing while a block that it names is gone. */
function stateOf({ waiver, findings, gone }: Accepted): string {
  if (gone.length > 0) return say.gone(waiver.rule, gone.length)
  if (findings.length === 0) return say.idle(waiver.rule)
  return waiver.at.length === 0 ? say.everywhere(waiver.rule) : waiver.rule
}
