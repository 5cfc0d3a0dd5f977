import { useState } from 'react'
import type { Problem } from '../../model/problem'
import { rememberFile } from '../commands/files'
import { documents } from '../documents'
import { droppedFile as say } from '../messages/en'
import { goToDesign } from '../navigation'
import { Dialog } from '../parts/Dialog'
import { Problems } from '../parts/Problems'
import styles from './FileDrop.module.css'
import { type ReadFile, readFile } from './open-file'
import { useFileDrop } from './use-file-drop'

/** Takes a file dropped anywhere: it opens as a design of its own, never over the one that is open. */
export default function FileDrop() {
  const [refused, setRefused] = useState<Refused | null>(null)
  const isOver = useFileDrop(async file => setRefused(await openRead(await readFile(file))))
  return (
    <>
      {isOver && <div className={styles.over}>{say.drop}</div>}
      {refused && <RefusedFile refused={refused} onClose={() => setRefused(null)} />}
    </>
  )
}

/** A file that could not be opened, and why. */
export interface Refused {
  readonly name: string
  readonly problems: readonly Problem[]
}

/** Opens a design that was read from a file as a new document; returns why not when it cannot. */
export async function openRead(read: ReadFile | null): Promise<Refused | null> {
  if (!read) return null
  if (!read.ok) return read
  const opened = await documents.create(read.design)
  rememberFile(opened.id, read.handle)
  goToDesign(opened.id)
  return null
}

interface RefusedFileProps {
  readonly refused: Refused
  readonly onClose: () => void
}

/** Says why a file was not opened; what is open stays as it is. */
export function RefusedFile({ refused, onClose }: RefusedFileProps) {
  return (
    <Dialog title={say.notOpened} onClose={onClose}>
      <div className={styles.refused}>
        <p>
          <bdi>{refused.name}</bdi>
        </p>
        <Problems problems={refused.problems} />
        <p>{say.unchanged}</p>
      </div>
    </Dialog>
  )
}
