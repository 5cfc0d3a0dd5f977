import { useState } from 'react'
import { Button } from '../parts/Button'
import styles from './ExportDialog.module.css'

/** Copies what the picture shows in words: what a page that holds the picture gives to people who do not see it. */
export function AltText({ text }: { readonly text: string }) {
  const [outcome, setOutcome] = useState('')
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setOutcome('Copied.'),
      () => setOutcome('The browser refused.'),
    )
  return (
    <div className={styles.alt}>
      <Button size="small" icon="file-text" title={text} onClick={() => void copy()}>
        Copy alt text
      </Button>
      <span role="status">{outcome}</span>
    </div>
  )
}
