import { type KeyboardEvent, useState } from 'react'
import type { Step } from '../../model/design'
import { inspector as say } from '../messages/en'
import { Button } from '../parts/Button'
import type { Tab } from '../session/editor-store'
import { useAnalysis, useEditor, useSession } from '../session/hooks'
import { BriefPanel } from './BriefPanel'
import { FindingsPanel } from './FindingsPanel'
import styles from './Inspector.module.css'
import { PropertiesPanel } from './PropertiesPanel'

const TABS: readonly Tab[] = ['properties', 'findings', 'brief']

/** The right side: properties of what is selected, the findings, the brief. */
export default function Inspector() {
  const session = useSession()
  const tab = useEditor(editor => editor.tab)
  const count = useAnalysis(analysis => analysis.findings.length)
  const [folded, setFolded] = useState<ReadonlySet<Step>>(new Set())
  const choose = (id: Tab) => session.editor.setState({ tab: id })
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    const next = TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length]
    if (!next) return
    choose(next)
    document.getElementById(`tab-${next}`)?.focus()
  }
  return (
    <div className={styles.inspector}>
      <div className={styles.tabs} role="tablist" aria-label={say.title} onKeyDown={onKeyDown}>
        {TABS.map(id => (
          <button
            key={id}
            id={`tab-${id}`}
            type="button"
            role="tab"
            className={styles.tab}
            aria-selected={tab === id}
            aria-controls={`panel-${id}`}
            tabIndex={tab === id ? 0 : -1}
            onClick={() => choose(id)}
          >
            {say.tabs[id]}
            {id === 'findings' && count > 0 && <b>{count}</b>}
          </button>
        ))}
      </div>
      <span className={styles.fold}>
        <Button
          icon="chevron-down"
          aria-label={say.fold}
          onClick={() => session.editor.setState({ isInspectorFolded: true })}
        />
      </span>
      <div id={`panel-${tab}`} role="tabpanel" aria-labelledby={`tab-${tab}`} className={styles.panel}>
        {tab === 'properties' && <PropertiesPanel />}
        {tab === 'findings' && <FindingsPanel />}
        {tab === 'brief' && <BriefPanel folded={folded} onFold={setFolded} />}
      </div>
    </div>
  )
}
