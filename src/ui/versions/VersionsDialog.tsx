import { useEffect, useMemo, useState } from 'react'
import { readDesign } from '../../gate'
import type { VersionRow } from '../../store/stored'
import { fileName } from '../commands/files'
import { documents } from '../documents'
import { saveText } from '../files/save-text'
import { versionHistory as say } from '../messages/en'
import { Button } from '../parts/Button'
import { Dialog } from '../parts/Dialog'
import { Problems } from '../parts/Problems'
import { useDesign, useSession } from '../session/hooks'
import { Preview } from './Preview'
import { restore } from './restoring'
import { restoreSummary } from './summary'
import { VersionList } from './VersionList'
import styles from './Versions.module.css'
import { stampOf, whenOf } from './when'

type Listed = Awaited<ReturnType<typeof documents.versions>>

/** The kept versions of the design: what each looked like, and the way back to it. */
export default function VersionsDialog() {
  const session = useSession()
  const [listed, setListed] = useState<Listed | null>(null)
  const [chosen, setChosen] = useState<number | null>(null)
  const close = () => session.editor.setState({ dialog: null })
  useEffect(() => {
    let isGone = false
    void documents.versions(session.id).then(next => !isGone && setListed(next))
    return () => {
      isGone = true
    }
  }, [session])
  const versions = listed?.ok ? listed.value : []
  const version = versions.find(({ id }) => id === chosen) ?? versions[0]
  return (
    <Dialog title={say.title} onClose={close}>
      {listed && !listed.ok && <Problems problems={listed.problems} />}
      {listed?.ok && !version && <p className={styles.empty}>{say.none}</p>}
      {version && (
        <div className={styles.versions}>
          <Version key={version.id} version={version} onClose={close} />
          <VersionList versions={versions} chosen={version.id} onChoose={setChosen} />
        </div>
      )}
    </Dialog>
  )
}

function Version({ version, onClose }: { readonly version: VersionRow; readonly onClose: () => void }) {
  const session = useSession()
  const now = useDesign(design => design)
  const read = useMemo(() => readDesign(version.text), [version])
  const when = whenOf(version.at, Date.now())
  const summary = read.ok ? restoreSummary(now, read.value) : null
  const isReadOnly = session.document.getState().readOnly
  const download = () =>
    saveText(version.text, `${fileName(now.about.design.title)}-${stampOf(version.at)}.groundplan.json`)
  return (
    <section className={styles.version} aria-label={when}>
      {read.ok ? <Preview design={read.value} when={when} /> : <Problems problems={read.problems} />}
      {read.ok && <p className={styles.summary}>{summary ?? say.same}</p>}
      <div className={styles.actions}>
        <Button
          look="primary"
          disabled={!read.ok || summary === null || isReadOnly}
          onClick={() => {
            onClose()
            if (read.ok) void restore(session, read.value, when)
          }}
        >
          {say.restore}
        </Button>
        <Button look="secondary" icon="download" onClick={() => void download()}>
          {say.download}
        </Button>
      </div>
    </section>
  )
}
