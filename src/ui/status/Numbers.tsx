import type { Latency } from '../../budget/latency'
import { formatNumber } from '../../kinds/figures'
import { commandName } from '../commands/command'
import { commandOf, runCommand } from '../commands/registry'
import { FigureTerms, MissingPlaces } from '../numbers/FigureTerms'
import type { Memory } from '../numbers/numbers'
import { Button } from '../parts/Button'
import { useNumbers, useSession } from '../session/hooks'
import { Bar, NumberItem } from './NumberItem'
import styles from './Numbers.module.css'

/** The numbers of the design against its own limits: latency, load, cost, memory. Each opens its arithmetic. */
export function Numbers() {
  return (
    <div className={styles.numbers}>
      <PathItem />
      <LoadItem />
      <CostItem />
      <MemoryItem />
    </div>
  )
}

/** p99 of the slowest request path, one piece for each block on it. */
function PathItem() {
  const slowest = useNumbers(numbers => numbers.slowest)
  const target = useNumbers(numbers => numbers.target)
  const isCircular = useNumbers(numbers => numbers.isCircular)
  if (!slowest) {
    if (!isCircular) return null
    return (
      <NumberItem name="p99" value="runs in a circle" isAsking>
        <p className={styles.hint}>Requests run in a circle: no path has an end. The findings name the calls.</p>
      </NumberItem>
    )
  }
  const places = slowest.unset.map(({ id }) => ({ block: id, key: 'p99Ms' }))
  const targetless = target === undefined ? [{ brief: 'latencyP99Ms' }] : []
  const isKnown = slowest.value > 0
  const isOver = target !== undefined && slowest.value > target
  return (
    <NumberItem
      name="p99"
      value={isKnown ? formatNumber(slowest.value, target === undefined ? 'ms' : undefined) : 'not set'}
      {...(target === undefined || !isKnown ? {} : { of: ` / ${formatNumber(target, 'ms')}` })}
      bar={isKnown && <Pieces slowest={slowest} target={target} />}
      isOver={isOver}
      isAsking={!isKnown}
    >
      <FigureTerms title="Slowest request path, upper bound" figure={slowest} />
      <MissingPlaces
        lead={places.length > 0 ? 'Blocks on the path without a p99 count as nothing:' : 'No limit is set:'}
        places={[...places, ...targetless]}
      />
      <TraceButton />
    </NumberItem>
  )
}

function Pieces({ slowest, target }: { readonly slowest: Latency; readonly target: number | undefined }) {
  const whole = Math.max(slowest.value, target ?? 0)
  const limit = target === undefined ? 100 : (target / whole) * 100
  return (
    <span className={styles.bar} data-path="" aria-hidden="true">
      {slowest.parts
        .filter(part => part.ms > 0)
        .map(({ block, ms }, index) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a block may come twice, waited for and as the fallback
            key={`${index} ${block.id}`}
            className={styles.piece}
            style={{ width: `${(ms / whole) * 100}%` }}
            title={`${block.label}: ${formatNumber(ms, 'ms')}`}
          />
        ))}
      {limit < 100 && <span className={styles.beyond} style={{ left: `${limit}%` }} />}
    </span>
  )
}

function TraceButton() {
  const session = useSession()
  const command = commandOf('trace')
  return (
    <div className={styles.foot}>
      <Button look="secondary" size="small" onClick={() => void runCommand(session, command)}>
        {commandName(command, session)}
      </Button>
    </div>
  )
}

/** Load of the block that is nearest to its capacity, in the peak hour. */
function LoadItem() {
  const session = useSession()
  const asked = useNumbers(numbers => numbers.askedForLoad)
  const tightest = useNumbers(numbers => numbers.tightest)
  const hasPath = useNumbers(numbers => numbers.slowest !== null)
  if (!hasPath) return null
  if (asked)
    return (
      <NumberItem name="Peak" value="not set" isAsking>
        <MissingPlaces lead="The load follows from one of these:" places={asked.missing} />
      </NumberItem>
    )
  if (!tightest) {
    return (
      <NumberItem name="Peak" value="no capacity set" isAsking>
        <p className={styles.hint}>
          Give a block on the request path its replicas and what one of them sustains: its load is then shown against
          its capacity.
        </p>
      </NumberItem>
    )
  }
  const { block, demand, capacity } = tightest
  const figures = session.explain?.loadOf(session.design(), block)
  return (
    <NumberItem
      name="Peak"
      value={formatNumber(demand)}
      of={` / ${formatNumber(capacity)} QPS`}
      bar={<Bar share={demand / capacity} />}
      isOver={demand > capacity}
    >
      <p className={styles.hint}>{`Nearest to its limit: ${block.label || 'an unnamed block'}.`}</p>
      {figures?.map(({ title, figure }) => (
        <FigureTerms key={title} title={title} figure={figure} />
      ))}
    </NumberItem>
  )
}

function CostItem() {
  const cost = useNumbers(numbers => numbers.cost)
  const budget = useNumbers(numbers => numbers.budget)
  if (!cost || (cost.blocks.length === 0 && cost.uncounted.length === 0 && budget === undefined)) return null
  const isKnown = cost.blocks.length > 0
  return (
    <NumberItem
      name="Cost"
      value={isKnown ? formatNumber(cost.value, 'US dollars') : 'not set'}
      of={!isKnown ? '' : budget === undefined ? ' a month' : ` / ${formatNumber(budget)} a month`}
      bar={isKnown && budget !== undefined && budget > 0 && <Bar share={cost.value / budget} />}
      isOver={isKnown && budget !== undefined && cost.value > budget}
      isAsking={!isKnown}
    >
      {isKnown && <FigureTerms title="Monthly cost" figure={cost} />}
      {!isKnown && cost.uncounted.length === 0 && (
        <p className={styles.hint}>
          Give blocks their price per replica and hour: the sum is shown against the budget.
        </p>
      )}
      <MissingPlaces lead="Not counted until this is set:" places={cost.uncounted} />
      {budget === undefined && <MissingPlaces lead="No limit is set:" places={[{ brief: 'budgetPerMonth' }]} />}
    </NumberItem>
  )
}

/** Memory of what is largest: the index, or the model. */
function MemoryItem() {
  const index = useNumbers(numbers => numbers.index)
  const model = useNumbers(numbers => numbers.model)
  const shown = [index, model].filter(memory => memory !== undefined)
  const tightest = shown.reduce<Memory | undefined>(
    (most, one) => (most && full(most) >= full(one) ? most : one),
    undefined,
  )
  if (!tightest) return null
  return (
    <NumberItem
      name="Memory"
      value={formatNumber(tightest.need.value, 'GB')}
      of={` / ${formatNumber(tightest.room.value, 'GB')}`}
      bar={<Bar share={full(tightest)} />}
      isOver={full(tightest) > 1}
    >
      {shown.map(memory => (
        <div key={memory.block.id}>
          <FigureTerms title={`${memory.block.label} needs`} figure={memory.need} />
          <FigureTerms title={`${memory.block.label} has`} figure={memory.room} />
        </div>
      ))}
    </NumberItem>
  )
}

function full({ need, room }: Memory): number {
  return room.value > 0 ? need.value / room.value : Number.POSITIVE_INFINITY
}
