import { useEffect } from 'react'
import { lookUp } from '../../../model/design'
import { growList as say } from '../../messages/en'
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
        {say[growing.way](
          <b key="block" className={styles.end}>
            {label}
          </b>,
        )}
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
        {listed.length === 0 && <li className={styles.hint}>{say.none(growing.query)}</li>}
      </ul>
      <p className={styles.hints}>
        <span className={styles.hint}>
          {growing.isLatched
            ? say.latched(<Keys key="enter" of="Enter" />, <Keys key="escape" of="Escape" />)
            : say.held(<Keys key="mod" of="Mod" />, <Keys key="escape" of="Escape" />)}
        </span>
      </p>
    </div>
  )
}
