import { useState } from 'react'
import type { Waived as Accepted } from '../../rules/waivers'
import { takeWaiverBack } from '../commands/findings'
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
        Waived
        <em>{waived.length}</em>
      </button>
      {isOpen &&
        waived.map(each => (
          <div key={each.waiver.id} className={styles.waiver}>
            <p>
              {each.waiver.reason}
              <small>{`${each.waiver.rule}${stateOf(each)}`}</small>
            </p>
            <Button
              size="small"
              aria-label={`Take back: ${each.waiver.rule}`}
              onClick={() => takeWaiverBack(session, each.waiver)}
            >
              Take back
            </Button>
          </div>
        ))}
    </div>
  )
}

/** What a waiver accepts now. One that names a block which is gone accepts nothing until the block is back. */
function stateOf({ waiver, findings, gone }: Accepted): string {
  if (gone.length > 0) return `, open again: ${gone.length === 1 ? 'its block is gone' : 'its blocks are gone'}`
  if (findings.length === 0) return ', accepts nothing now'
  return waiver.at.length === 0 ? ', everywhere' : ''
}
