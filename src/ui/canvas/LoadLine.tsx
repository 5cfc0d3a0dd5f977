import { formatNumber } from '../../kinds/figures'
import type { Id } from '../../model/design'
import { diagram as say } from '../messages/en'
import { useNumbers } from '../session/hooks'
import styles from './BlockCard.module.css'

/** From 85 % of capacity a block is near its limit. */
const HOT = 0.85

/** A thin line along the foot of a card: how much of the block's capacity the peak hour takes. */
export function LoadLine({ id }: { readonly id: Id }) {
  const load = useNumbers(numbers => numbers.loads.get(id))
  if (!load) return null
  const share = load.demand / load.capacity
  const state = share > 1 ? 'over' : share >= HOT ? 'hot' : 'fine'
  const [demand, capacity] = [formatNumber(load.demand), formatNumber(load.capacity, 'requests/s')]
  return (
    <span className={styles.load} data-load={state} title={say.load(demand, capacity)}>
      <span style={{ width: `${Math.min(1, share) * 100}%` }} />
    </span>
  )
}
