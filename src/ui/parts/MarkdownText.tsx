import { type ReactNode, useMemo } from 'react'
import { type Line, parseMarkdown, type Span } from '../../formats/markdown'
import styles from './MarkdownText.module.css'

/** A text with light Markdown as elements: never markup of its own, links only where they are safe. */
export default function MarkdownText({ text }: { readonly text: string }) {
  const lines = useMemo(() => parseMarkdown(text), [text])
  return <Lines lines={lines} />
}

/** Lines of Markdown that were read before. */
export function Lines({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <div className={styles.text}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a text have no identity but their place
        <TextLine key={index} line={line} />
      ))}
    </div>
  )
}

function TextLine({ line }: { readonly line: Line }) {
  const words = <span>{line.spans.map(spanElement)}</span>
  return (
    <div className={styles.line} data-line={line.kind} data-depth={line.depth}>
      {line.sign && <span className={styles.sign}>{line.sign}</span>}
      {words}
    </div>
  )
}

/** The pieces of a line of Markdown. */
export function Spans({ spans }: { readonly spans: readonly Span[] }) {
  return spans.map(spanElement)
}

function spanElement(span: Span, key: number): ReactNode {
  switch (span.kind) {
    case 'text':
      return span.text
    case 'code':
      return <code key={key}>{span.text}</code>
    case 'strong':
      return <strong key={key}>{span.spans.map(spanElement)}</strong>
    case 'em':
      return <em key={key}>{span.spans.map(spanElement)}</em>
    case 'link':
      return (
        <a key={key} href={span.href} target="_blank" rel="noopener noreferrer nofollow">
          {span.spans.map(spanElement)}
        </a>
      )
  }
}
