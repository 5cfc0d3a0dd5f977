import type { Latency } from '../../budget/latency'
import { formatNumber } from '../../kinds/figures'
import { commandName } from '../commands/command'
import { commandOf, runCommand } from '../commands/registry'
import { statusNumbers as say } from '../messages/en'
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
      <NumberItem name={say.latency} value={say.circle} isAsking>
        <p className={styles.hint}>{say.aboutCircle}</p>
      </NumberItem>
    )
  }
  const places = slowest.unset.map(({ id }) => ({ block: id, key: 'p99Ms' }))
  const targetless = target === undefined ? [{ brief: 'latencyP99Ms' }] : []
  const isKnown = slowest.value > 0
  const isOver = target !== undefined && slowest.value > target
  return (
    <NumberItem
      name={say.latency}
      value={isKnown ? formatNumber(slowest.value, target === undefined ? 'ms' : undefined) : say.notSet}
      {...(target === undefined || !isKnown ? {} : { of: say.ofLimit(formatNumber(target, 'ms')) })}
      bar={isKnown && <Pieces slowest={slowest} target={target} />}
      isOver={isOver}
      isAsking={!isKnown}
    >
      <FigureTerms title={say.slowestPath} figure={slowest} />
      <MissingPlaces
        lead={places.length > 0 ? say.blocksWithoutLatency : say.noLimit}
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
      <NumberItem name={say.load} value={say.notSet} isAsking>
        <MissingPlaces lead={say.loadFollowsFrom} places={asked.missing} />
      </NumberItem>
    )
  if (!tightest) {
    return (
      <NumberItem name={say.load} value={say.noCapacity} isAsking>
        <p className={styles.hint}>{say.askForCapacity}</p>
      </NumberItem>
    )
  }
  const { block, demand, capacity } = tightest
  const figures = session.explain?.loadOf(session.design(), block)
  return (
    <NumberItem
      name={say.load}
      value={formatNumber(demand)}
      of={say.ofCapacity(formatNumber(capacity))}
      bar={<Bar share={demand / capacity} />}
      isOver={demand > capacity}
    >
      <p className={styles.hint}>{say.nearestToLimit(block.label || say.unnamedBlock)}</p>
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
      name={say.cost}
      value={isKnown ? formatNumber(cost.value, 'US dollars') : say.notSet}
      of={!isKnown ? '' : budget === undefined ? say.aMonth : say.ofBudget(formatNumber(budget))}
      bar={isKnown && budget !== undefined && budget > 0 && <Bar share={cost.value / budget} />}
      isOver={isKnown && budget !== undefined && cost.value > budget}
      isAsking={!isKnown}
    >
      {isKnown && <FigureTerms title={say.monthlyCost} figure={cost} />}
      {!isKnown && cost.uncounted.length === 0 && <p className={styles.hint}>{say.askForPrices}</p>}
      <MissingPlaces lead={say.notCounted} places={cost.uncounted} />
      {budget === undefined && <MissingPlaces lead={say.noLimit} places={[{ brief: 'budgetPerMonth' }]} />}
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
      name={say.memory}
      value={formatNumber(tightest.need.value, 'GB')}
      of={say.ofLimit(formatNumber(tightest.room.value, 'GB'))}
      bar={<Bar share={full(tightest)} />}
      isOver={full(tightest) > 1}
    >
      {shown.map(memory => (
        <div key={memory.block.id}>
          <FigureTerms title={say.needs(memory.block.label)} figure={memory.need} />
          <FigureTerms title={say.has(memory.block.label)} figure={memory.room} />
        </div>
      ))}
    </NumberItem>
  )
}

function full({ need, room }: Memory): number {
  return room.value > 0 ? need.value / room.value : Number.POSITIVE_INFINITY
}
