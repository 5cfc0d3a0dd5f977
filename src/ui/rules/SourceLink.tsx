import type { Source } from '../../rules/rule'

/** Where a rule comes from: a link where it has an address, with the item of it that is meant. */
export function SourceLink({ source }: { readonly source: Source }) {
  return (
    <>
      {source.url ? (
        <a href={source.url} target="_blank" rel="noreferrer">
          {source.title}
        </a>
      ) : (
        source.title
      )}
      {source.item && `, ${source.item}`}
    </>
  )
}
