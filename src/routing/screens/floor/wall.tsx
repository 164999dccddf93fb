import { useCommands } from '#ui/keys'
import { IconButton } from '#ui/button'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { queueNeeds } from '../../rules/needs-a-look.ts'
import type { FloorPerson, FloorQueue } from '../../contract.ts'
import { Lead, type Seen } from './page.tsx'
import { Here, Level, useLook } from './queues.tsx'
import { peopleShown, queuesShown, sorted } from './shown.ts'
import { useSecond } from './live-floor.ts'
import { Since } from './since.tsx'
import { words } from './words.ts'
import './wall.css'

const MOST = 24

/** The same floor for a screen on the wall: large, without anything to press but the way back. What needs a look stands first. */
export function Wall(seen: Seen) {
  const say = useWords(words)
  const { floor, roster, wished, wish } = seen
  const now = useSecond() * 1_000 + floor.ahead_ms
  const leave = () => wish({ wall: undefined })
  useCommands([{ id: 'floor.wall.leave', label: say('leaveWall'), group: say('group'), keys: 'Escape', icon: 'close', run: leave }])
  const queues = sorted(queuesShown(roster, floor.queues, wished), wished).slice(0, MOST)
  const people = peopleShown(roster, floor.people, { wished, now }).map((each) => each.now)
  return (
    <section className="floor-wall" aria-label={say('wall')}>
      <header>
        <h1>{say('title')}</h1>
        <p><Lead floor={floor} /></p>
        <strong className="floor-wall-clock"><Time at={new Date(now).toISOString()} as="hour" /></strong>
        <IconButton icon="close" label={say('leaveWall')} onPress={leave} />
      </header>
      <Sums people={people} />
      <ul className="floor-wall-queues" data-few={queues.length <= 8 || undefined}>
        {queues.map((queue) => (
          <Card key={queue.id} queue={queue} />
        ))}
      </ul>
    </section>
  )
} // prettier-ignore

function Card({ queue }: { queue: FloorQueue }) {
  const say = useWords(words)
  const lookOf = useLook()
  const look = queueNeeds(queue)
  return (
    <li className="floor-wall-card" data-look={look?.weight}>
      <h2>{queue.name}</h2>
      <p className="floor-wall-waiting">
        <b>{queue.waiting}</b>
        <span>
          {say('inLine')}
          {queue.oldest_at && (
            <span>
              {say('oldestFor')} <Since at={queue.oldest_at} />
            </span>
          )}
        </span>
      </p>
      <Level queue={queue} />
      <Here queue={queue} />
      <small>{look ? lookOf(queue, look) : queue.open ? '\u00a0' : say('closed')}</small>
    </li>
  )
}

const shown = ['ready', 'busy', 'ringing', 'wrapping', 'paused'] as const

function Sums({ people }: { people: readonly FloorPerson[] }) {
  const say = useWords(words)
  return (
    <dl className="floor-wall-sums">
      {shown.map((state) => (
        <div key={state}>
          <dt>
            <i data-state={state} aria-hidden="true" />
            {say(`states_${state}`)}
          </dt>
          <dd>{people.filter((each) => each.state === state).length}</dd>
        </div>
      ))}
    </dl>
  )
}
