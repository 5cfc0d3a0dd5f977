import { useMemo } from 'react'
import { goToPlace } from '../commands/places'
import { commandOf, runCommand } from '../commands/registry'
import { showBlock, showFlow } from '../commands/showing'
import { caseChanges as say } from '../messages/en'
import { Button } from '../parts/Button'
import { Dialog } from '../parts/Dialog'
import { select } from '../session/editor-store'
import { useDesign, useSession } from '../session/hooks'
import type { Session } from '../session/session'
import { ChangeLine } from './ChangeLine'
import styles from './Changes.module.css'
import { type CaseChanges, type ChangePlace, changesFrom, PARTS } from './changes'
import { movedSentence } from './moved'
import { useCase } from './use-case'

/** What a copy says otherwise than its case study, each line a way to the place, and the way back. */
export default function ChangesDialog() {
  const session = useSession()
  const study = useCase()
  const design = useDesign(all => all)
  const found = useMemo(() => (study ? changesFrom(study, design) : null), [study, design])
  const close = () => session.editor.setState({ dialog: null })
  return (
    <Dialog title={say.title} onClose={close}>
      <div className={styles.dialog} aria-busy={study === undefined}>
        {study === null && <p>{say.noCase}</p>}
        {study && found && (
          <>
            <p className={styles.against}>
              {say.comparedWith(study.about.design.title)}
              <b>{say.count(found.changes.length)}</b>
            </p>
            <ChangeList
              found={found}
              onShow={place => {
                close()
                show(session, place)
              }}
            />
            <Footer found={found} onClose={close} />
          </>
        )}
      </div>
    </Dialog>
  )
}

interface ChangeListProps {
  readonly found: CaseChanges
  readonly onShow: (place: ChangePlace) => void
}

function ChangeList({ found: { changes, moved }, onShow }: ChangeListProps) {
  const sentence = movedSentence(moved)
  return (
    <div className={styles.list}>
      {PARTS.filter(part => changes.some(change => change.part === part)).map(part => (
        <section key={part} aria-label={say.parts[part]}>
          <h3>{say.parts[part]}</h3>
          <ul>
            {changes
              .filter(change => change.part === part)
              .map(change => (
                <ChangeLine key={change.key} change={change} onShow={onShow} />
              ))}
          </ul>
        </section>
      ))}
      {sentence && <p>{sentence}</p>}
    </div>
  )
}

function Footer({ found: { changes, moved }, onClose }: { readonly found: CaseChanges; readonly onClose: () => void }) {
  const session = useSession()
  const reset = commandOf('case-reset')
  if (changes.length + moved.blocks + moved.rooms === 0) return null
  return (
    <div className={styles.actions}>
      <Button
        look="secondary"
        icon="undo-2"
        disabled={reset.isEnabled?.(session) === false}
        onClick={() => {
          onClose()
          void runCommand(session, reset)
        }}
      >
        {say.reset}
      </Button>
    </div>
  )
}

/** Selects what was changed and brings it into view. */
function show(session: Session, place: ChangePlace): void {
  if ('answer' in place) goToPlace(session, { brief: place.answer })
  else if ('flow' in place) showFlow(session, place.flow)
  else if ('group' in place) {
    const members = Object.values(session.design().blocks).filter(({ group }) => group === place.group)
    select(session.editor, [], [], [place.group])
    session.view.show(members.map(({ id }) => id))
  } else if (place.blocks.length === 1) showBlock(session, place.blocks[0] as string)
  else {
    select(session.editor, place.blocks)
    session.view.show(place.blocks)
  }
}
