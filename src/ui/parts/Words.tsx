/**
 * A sentence of ours around words of the person: each name in “…” keeps its own direction, so that one in Arabic or
 * Hebrew does not pull the rest of the sentence over.
 */
export function Words({ of }: { readonly of: string }) {
  return of.split(/(“[^”]*”)/).map((piece, index) => {
    // Pieces of a sentence have no identity but their place.
    const key = index
    return piece.startsWith('“') ? (
      <span key={key}>
        “<bdi>{piece.slice(1, -1)}</bdi>”
      </span>
    ) : (
      piece
    )
  })
}
