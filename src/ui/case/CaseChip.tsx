import { useMemo } from 'react'
import { commandOf, runCommand } from '../commands/registry'
import { caseChip as say } from '../messages/en'
import { Button } from '../parts/Button'
import { useDesign, useSession } from '../session/hooks'
import styles from './Changes.module.css'
import { changesFrom } from './changes'
import { useCase } from './use-case'

/** How many changes lie between a copy and its case study; a press lists them. Nothing while there are none. */
export default function CaseChip() {
  const session = useSession()
  const study = useCase()
  const design = useDesign(all => all)
  const count = useMemo(() => (study ? changesFrom(study, design).changes.length : 0), [study, design])
  if (count === 0) return null
  return (
    <Button
      size="small"
      title={say.title}
      data-case-changes={count}
      onClick={() => void runCommand(session, commandOf('case-changes'))}
    >
      <span>
        {say.count(count)}
        <span className={styles.from}>{say.fromCase}</span>
      </span>
    </Button>
  )
}
