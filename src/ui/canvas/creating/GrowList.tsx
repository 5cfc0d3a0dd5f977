import { useEffect } from 'react'
import { lookUp } from '../../../model/design'
import { Icon } from '../../parts/Icon'
import { Keys } from '../../parts/Keys'
import { useDesign } from '../../session/hooks'
import styles from './Creating.module.css'
import { type Growing, matches, shown } from './growing'
import { useReveal } from './use-reveal'

/** Kinds listed at once; typing finds the others. */
const LISTED = 5

/** What would be added beside a block, the kinds that could be instead, and the keys for it. */
export function GrowList({ growing }: { readonly growing: Growing }) {
  const label = useDesign(design => lookUp(design.blocks, growing.from)?.label ?? '')
  const now = new Set(shown(growing))
  const listed = matches(growing).slice(0, Math.max(LISTED, now.size))
  const reveal = useReveal()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown may lie outside of the view each time it changes
  useEffect(reveal, [growing])
  return (
    <div className={styles.bar} data-growing="" aria-hidden="true">
      <p className={styles.ends}>
        {growing.way === 'after' ? 'After' : 'Before'} <b className={styles.end}>{label}</b>
        {growing.query !== '' && <span className={styles.text}>{growing.query}</span>}
      </p>
      <ul className={styles.kinds}>
        {listed.map(item => (
          <li key={item.id} className={styles.kind} data-step={item.step} data-chosen={now.has(item)}>
            <span className={styles.tile}>
              <Icon name={item.icon} size={13} />
            </span>
            {item.name}
          </li>
        ))}
        {listed.length === 0 && <li className={styles.hint}>{`Nothing found for “${growing.query}”.`}</li>}
      </ul>
      <p className={styles.hints}>
        {growing.isLatched ? (
          <span className={styles.hint}>
            <Keys of="Enter" /> adds, <Keys of="Escape" /> cancels
          </span>
        ) : (
          <span className={styles.hint}>
            Let go of <Keys of="Mod" /> to add, <Keys of="Escape" /> cancels. The same arrow adds one more, letters
            choose another.
          </span>
        )}
      </p>
    </div>
  )
}
