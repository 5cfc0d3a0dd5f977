import type { Block } from '../../model/design'
import { blockPanel as say } from '../messages/en'
import { FigureTerms } from '../numbers/FigureTerms'
import { useDesign, useNumbers, useSession } from '../session/hooks'
import styles from './Inspector.module.css'

/** What can be worked out for a block from what was set, each figure with its arithmetic. */
export function BlockNumbers({ block }: { readonly block: Block }) {
  const session = useSession()
  const design = useDesign(design => design)
  // The code of the figures comes with the numbers.
  const isLoaded = useNumbers(() => true)
  const figures = isLoaded ? (session.explain?.figuresOf(design, block) ?? []) : []
  if (figures.length === 0) return null
  return (
    <section className={styles.section} aria-label={say.numbers}>
      <div className={styles.sectionHead}>{say.numbers}</div>
      {figures.map(({ title, figure }) => (
        <FigureTerms key={title} title={title} figure={figure} />
      ))}
    </section>
  )
}
