import type { Part, Table } from '../../formats/document/parts'
import { documentDialog as say } from '../messages/en'
import { Lines, Spans } from '../parts/MarkdownText'
import styles from './Document.module.css'

/** One piece of a design document as elements: words of the design are never markup. */
export function PartView({ part, picture }: { readonly part: Part; readonly picture: string | null }) {
  switch (part.kind) {
    case 'heading':
      return <Heading level={part.level} text={part.text} />
    case 'paragraph':
      return (
        <p>
          <Spans spans={part.spans} />
        </p>
      )
    case 'note':
      return <Lines lines={part.lines} />
    case 'list':
      return (
        <ul>
          {part.items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity but their place
            <li key={index}>
              <Spans spans={item} />
            </li>
          ))}
        </ul>
      )
    case 'table':
      return <TableView table={part} />
    case 'picture':
      return picture && <img className={styles.picture} src={picture} alt={say.picture(part.title, part.description)} />
  }
}

function Heading({ level, text }: { readonly level: 1 | 2 | 3; readonly text: string }) {
  if (level === 1) return <h1>{text}</h1>
  return level === 2 ? <h2>{text}</h2> : <h3>{text}</h3>
}

function TableView({ table }: { readonly table: Table }) {
  return (
    <table>
      <thead>
        <tr>
          {table.head.map(cell => (
            <th key={cell} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
          <tr key={index}>
            {row.map((cell, column) => (
              <td key={table.head[column]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
