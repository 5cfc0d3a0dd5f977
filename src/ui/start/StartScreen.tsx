import { lazy, Suspense, useEffect, useState } from 'react'
import { emptyDesign } from '../../model/design'
import { isPressed, isTyping } from '../commands/keys'
import { documents } from '../documents'
import FileDrop, { openRead, type Refused, RefusedFile } from '../files/FileDrop'
import { chooseFile } from '../files/open-file'
import { Welcome } from '../first-steps/Welcome'
import { startScreen as say, storedHere } from '../messages/en'
import { goToDesign } from '../navigation'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { Keys } from '../parts/Keys'
import { Logo } from '../parts/Logo'
import { ThemeButton } from '../parts/ThemeButton'
import { usePreferencesInStep } from '../preferences/use-preferences-in-step'
import { preferences } from '../session/preferences'
import { CaseStudies } from './CaseStudies'
import { Recent } from './Recent'
import styles from './StartScreen.module.css'

const PreferencesDialog = lazy(() => import('../preferences/PreferencesDialog'))

/** Where one begins: a blank canvas, a file, a design of this device, a case study. */
export default function StartScreen() {
  const [refused, setRefused] = useState<Refused | null>(null)
  const openFile = async () => setRefused(await openRead(await chooseFile()))
  const [isChoosing, setChoosing] = useState(false)
  useStartKeys(openFile, () => setChoosing(true))
  usePreferencesInStep()
  return (
    <div className={styles.start}>
      <header className={styles.top}>
        <Logo />
        {say.product}
        <Button icon="settings-2" aria-label={say.preferences} onClick={() => setChoosing(true)} />
        <ThemeButton />
      </header>
      <aside className={styles.side} aria-label={say.designs}>
        <div className={styles.new}>
          <h2 className={styles.label}>{say.new}</h2>
          <button type="button" className={styles.action} data-look="primary" onClick={() => void startBlank()}>
            <Icon name="file-plus-2" />
            {say.blank}
            <Keys of="N" />
          </button>
          <button type="button" className={styles.action} onClick={() => void openFile()}>
            <Icon name="folder-open" />
            {say.openFile}
            <Keys of="Mod+O" />
          </button>
        </div>
        <Recent />
        <p className={styles.foot}>
          <Icon name="hard-drive" size={14} />
          {storedHere.kept}
        </p>
      </aside>
      <main className={styles.main}>
        <Welcome />
        <CaseStudies />
      </main>
      <FileDrop />
      {isChoosing && (
        <Suspense>
          <PreferencesDialog onClose={() => setChoosing(false)} />
        </Suspense>
      )}
      {refused && <RefusedFile refused={refused} onClose={() => setRefused(null)} />}
    </div>
  )
}

/** Creates an empty design on this device and opens it. */
async function startBlank(): Promise<void> {
  const opened = await documents.create(emptyDesign())
  goToDesign(opened.id)
}

function useStartKeys(openFile: () => Promise<void>, choose: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (document.querySelector('dialog[open], [role="menu"]')) return
      if (isPressed('Mod+O', event)) {
        event.preventDefault()
        void openFile()
      } else if (isPressed('Mod+,', event)) {
        event.preventDefault()
        choose()
      } else if (isPressed('N', event) && preferences.get('singleKeys') && !isTyping(event.target)) void startBlank()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  })
}
