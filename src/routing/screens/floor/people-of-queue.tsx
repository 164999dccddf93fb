import { Avatar } from '#ui/person'
import { useWords } from '#ui/words'
import { floorStates, type FloorQueue } from '../../contract.ts'
import { Held } from './people.tsx'
import type { Seen } from './page.tsx'
import { Since } from './since.tsx'
import { words } from './words.ts'

const order = ['ready', 'ringing', 'busy', 'wrapping', 'paused'] as const satisfies readonly (typeof floorStates)[number][]

/** Who may take from this queue and is here, the free first. */
export function PeopleOfQueue({ seen, queue, onPerson }: { seen: Seen; queue: FloorQueue; onPerson: (person: string) => void }) {
  const say = useWords(words)
  const place = seen.roster.queues.indexOf(queue.id)
  const here = seen.roster.people
    .flatMap((known) => {
      const now = known.queues.includes(place) ? seen.floor.people.get(known.id) : undefined
      return now && now.state !== 'off' ? [{ known, now }] : []
    })
    .toSorted((a, b) => order.indexOf(a.now.state as never) - order.indexOf(b.now.state as never) || Date.parse(a.now.since) - Date.parse(b.now.since)) // 'off' was left out above
  if (here.length === 0) return <p className="floor-nothing">{say('look_nobody_here')}</p>
  return (
    <ul className="floor-tiles" data-narrow="">
      {here.map(({ known, now }) => (
        <li key={known.id}>
          <button type="button" className="floor-tile" data-state={now.state} onClick={() => onPerson(known.id)}>
            <Avatar person={{ id: known.id, name: known.name }} size={28} />
            <span className="floor-tile-words">
              <strong>{known.name}</strong>
              <small>
                <i data-state={now.state} aria-hidden="true" />
                {say(`state_${now.state}`)}
              </small>
            </span>
            <span className="floor-tile-since">
              <Since at={now.since} />
            </span>
            <Held now={now} />
          </button>
        </li>
      ))}
    </ul>
  )
} // prettier-ignore
