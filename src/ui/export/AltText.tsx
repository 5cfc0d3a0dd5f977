import { useState } from 'react'
import { exportDialog as say } from '../messages/en'
import { Button } from '../parts/Button'
import styles from './ExportDialog.module.css'

/** Copies what the picture shows in words: what a page that holds the picture gives to people who do not see it. */
export function AltText({ text }: { readonly text: string }) {
  const [outcome, setOutcome] = useState('')
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setOutcome(say.altTextCopied),
      () => setOutcome(say.altTextRefused),
    )
  return (
    <div className={styles.alt}>
      <Button size="small" icon="file-text" title={text} onClick={() => void copy()}>
        {say.copyAltText}
      </Button>
      <span role="status">{outcome}</span>
    </div>
  )
}
