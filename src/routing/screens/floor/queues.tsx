import { memo } from 'react'
import { Badge } from '#ui/badge'
import { Empty } from '#ui/empty'
import { Icon } from '#ui/icon'
import { useLanguage } from '#ui/language'
import { Panel } from '#ui/layout'
import { Table, type Column, type Order } from '#ui/table'
import { useWords } from '#ui/words'
import { sayLength } from '../../rules/say-length.ts'
import { isBelowAim, queueNeeds, type Look } from '../../rules/needs-a-look.ts'
import type { FloorQueue } from '../../contract.ts'
import { usePercent } from './numbers.ts'
import type { Seen } from './page.tsx'
import { queuesShown, sorted } from './shown.ts'
import { Since } from './since.tsx'
import { Spark } from './spark.tsx'
import { useHour } from './hour.ts'
import { words } from './words.ts'

/** One line a queue. Only what needs a look is coloured; opening a line shows what waits, and what one can do. */
export function Queues({ seen, onOpen }: { seen: Seen; onOpen: (queue: string) => void }) {
  const say = useWords(words)
  const columns = useColumns()
  const { roster, floor, wished, wish } = seen
  const shown = sorted(queuesShown(roster, floor.queues, wished), wished)
  const order: Order | undefined = wished.by === undefined ? undefined : { by: wished.by, descending: wished.down === true }
  if (shown.length === 0)
    return wished.look ? (
      <Empty drawing="calm" title={say('calmTitle')}>
        {say('calmText')}
      </Empty>
    ) : (
      <p className="floor-nothing">{say('noQueueFound')}</p>
    )
  return (
    <Panel title={say('queues')} flush>
      <div className="floor-queues">
        <Table
          label={say('queues')}
          columns={columns}
          rows={shown}
          idOf={({ id }) => id}
          onOpen={({ id }) => onOpen(id)}
          {...(order ? { order } : {})}
          onOrder={({ by, descending }) => wish({ by, down: descending || undefined })}
        />
      </div>
    </Panel>
  )
}

function useColumns(): Column<FloorQueue>[] {
  const say = useWords(words)
  return [
    { id: 'name', title: say('queue'), sortable: true, cell: (queue) => <NameCell queue={queue} /> },
    { id: 'waiting', title: say('waiting'), align: 'end', sortable: true, cell: (queue) => <Waiting queue={queue} /> },
    { id: 'oldest', title: say('oldest'), align: 'end', sortable: true, cell: (queue) => <Oldest queue={queue} /> },
    {
      id: 'expected',
      title: say('expected'),
      align: 'end',
      sortable: true,
      quiet: true,
      cell: (queue) => <Expected queue={queue} />,
    },
    { id: 'in_hand', title: say('inHand'), align: 'end', quiet: true, cell: (queue) => <InHand queue={queue} /> },
    {
      id: 'level',
      title: say('level'),
      sortable: true,
      cell: (queue) => (
        <>
          <Caption of="level" />
          <Level queue={queue} />
        </>
      ),
    },
    { id: 'today', title: say('today'), sortable: true, quiet: true, cell: (queue) => <Today queue={queue} /> },
    { id: 'here', title: say('here'), sortable: true, cell: (queue) => <HereCell queue={queue} /> },
    { id: 'line', title: say('line'), quiet: true, cell: (queue) => <LineCell queue={queue} /> },
  ]
}

type Of = { queue: FloorQueue }

export function useLook(): (queue: FloorQueue, look: Look) => string {
  const say = useWords(words)
  return ({ overdue }, { why }) => (why === 'overdue' ? say('look_overdue', { count: overdue }) : say(`look_${why}`))
}

function Name({ queue }: Of) {
  const say = useWords(words)
  const hour = useHour()
  const lookOf = useLook()
  const look = queueNeeds(queue)
  return (
    <span className="floor-name" data-look={look?.weight}>
      <strong>
        {queue.name}
        {queue.candidate && <Badge tone="info">{say('onTrial')}</Badge>}
        {!queue.open && <Badge icon="lock">{say('closed')}</Badge>}
      </strong>
      {look && (
        <small>
          <Icon name="warning" size={14} /> {lookOf(queue, look)}
        </small>
      )}
      {queue.turns_at && <small>{say(queue.open ? 'openUntil' : 'closedUntil', { hour: hour(queue.turns_at) })}</small>}
    </span>
  )
}

/** What a figure is, where a narrow screen leaves no room for the heads of columns. */
const Caption = ({ of }: { of: 'waiting' | 'oldest' | 'level' }) => (
  <small className="floor-caption" aria-hidden="true">
    {useWords(words)(of)}
  </small>
)

function Waiting({ queue }: Of) {
  const say = useWords(words)
  return (
    <span className="floor-figure" data-none={queue.waiting === 0 || undefined} data-look={queue.overdue > 0 ? 'now' : undefined}>
      <Caption of="waiting" />
      <b>{queue.waiting}</b>
      {queue.offered > 0 && <small>{say('ringing', { count: queue.offered })}</small>}
    </span>
  )
}

function Oldest({ queue }: Of) {
  const say = useWords(words)
  return (
    <span
      className="floor-figure"
      data-none={queue.oldest_at === null || undefined}
      data-look={queue.overdue > 0 ? 'now' : undefined}
    >
      <Caption of="oldest" />
      {queue.oldest_at ? <Since at={queue.oldest_at} /> : say('none')}
    </span>
  )
}

function Expected({ queue }: Of) {
  const say = useWords(words)
  const spoken = useLanguage()
  const look = queueNeeds(queue)?.why === 'expected' ? 'soon' : undefined
  return (
    <span className="floor-figure" data-none={queue.expected_s ? undefined : ''} data-look={look} title={say('expectedHint')}>
      {queue.expected_s === null ? say('none') : sayLength(queue.expected_s)[spoken]}
    </span>
  )
}

const InHand = ({ queue }: Of) => (
  <span className="floor-figure" data-none={queue.in_hand === 0 || undefined}>
    {queue.in_hand}
  </span>
)

/** The share of today with what it was counted from, and a mark where it should be. */
export function Level({ queue }: Of) {
  const say = useWords(words)
  const percent = usePercent()
  const { kept, of, aim } = queue
  if (of === 0) return <span className="floor-figure" data-none="">{say('none')}</span> // prettier-ignore
  const below = isBelowAim(queue)
  return (
    <span
      className="floor-level"
      data-look={below ? 'soon' : undefined}
      title={say('levelOf', { kept, of, aim: percent(aim.share) })}
    >
      <b>{percent(kept / of)}</b>
      <i aria-hidden="true">
        <i style={{ inlineSize: `${(kept / of) * 100}%` }} />
        <u style={{ insetInlineStart: `${aim.share * 100}%` }} />
      </i>
    </span>
  )
}

function Today({ queue }: Of) {
  const say = useWords(words)
  return (
    <span className="floor-today">
      {say('arrived', { count: queue.arrived })}
      {queue.gone > 0 && <small>{say('gone', { count: queue.gone })}</small>}
    </span>
  )
}

const shownStates = ['ready', 'busy', 'wrapping', 'paused'] as const

/** How those who may take from it stand: a dot and a number each; said in full to whoever listens. */
export function Here({ queue: { people, waiting } }: Of) {
  const say = useWords(words)
  const look = waiting > 0 && people.here === 0 ? 'now' : undefined
  return (
    <span className="floor-here" role="img" aria-label={say('hereAll', people)} title={say('hereAll', people)} data-look={look}>
      {shownStates.map((state) => (
        <span key={state} data-state={state} data-none={people[state] === 0 || undefined}>
          {people[state]} <small className="floor-caption">{say(state)}</small>
        </span>
      ))}
    </span>
  )
}

function LineOf({ queue: { line, gone_line } }: Of) {
  const say = useWords(words)
  const sum = (values: readonly number[]) => values.reduce((total, each) => total + each, 0)
  return <Spark came={line} gone={gone_line} label={say('lineLabel', { count: sum(line), gone: sum(gone_line) })} />
}

// The heavy cells of a queue are drawn again only when something in it has changed.
const NameCell = memo(Name)
const HereCell = memo(Here)
const LineCell = memo(LineOf)
