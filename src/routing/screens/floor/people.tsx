import { memo } from 'react'
import { Panel } from '#ui/layout'
import { Avatar } from '#ui/person'
import { Select } from '#ui/select'
import { Icon } from '#ui/icon'
import { useLanguage } from '#ui/language'
import { useNow } from '#ui/time'
import { useWords } from '#ui/words'
import { channelWords } from '../../rules/channel-words.ts'
import { personNeeds, type LookAt } from '../../rules/needs-a-look.ts'
import type { FloorPerson } from '../../contract.ts'
import { iconOf } from '../agent/icon-of.ts'
import { useHour } from './hour.ts'
import { usePercent } from './numbers.ts'
import type { Seen } from './page.tsx'
import { peopleShown, sortedPeople, sorts, type Somebody, type Wished } from './shown.ts'
import { Since } from './since.tsx'
import { words } from './words.ts'
import './people.css'

/** Everybody, by how they stand; whoever needs a look first. */
export function People({ seen, onOpen }: { seen: Seen; onOpen: (person: string) => void }) {
  const say = useWords(words)
  const { roster, floor, wished, wish } = seen
  const now = useNow() + floor.ahead_ms
  const shown = sortedPeople(peopleShown(roster, floor.people, { wished, now }), wished)
  return (
    <Panel title={say('people')} actions={<Sorting wished={wished} wish={wish} />} flush>
      {shown.length === 0 && <p className="floor-nothing">{say('nobodyFound')}</p>}
      {wished.sort === undefined || wished.sort === 'state' ? <ByState people={shown} now={now} onOpen={onOpen} /> : <Tiles people={shown} now={now} onOpen={onOpen} />}
    </Panel>
  )
} // prettier-ignore

function Sorting({ wished, wish }: Pick<Seen, 'wished' | 'wish'>) {
  const say = useWords(words)
  const to = (sort: NonNullable<Wished['sort']>) => wish({ sort })
  return (
    <Select
      label={say('sortBy')}
      hideLabel
      options={sorts.map((id) => ({ id, label: say(`sort_${id}`) }))}
      value={wished.sort ?? 'state'}
      onChange={to}
    />
  )
}

type Listing = { people: readonly Somebody[]; now: number; onOpen: (person: string) => void }
const groups = ['look', 'ringing', 'ready', 'busy', 'wrapping', 'paused', 'off'] as const

function ByState({ people, now, onOpen }: Listing) {
  const say = useWords(words)
  const grouped = Map.groupBy(people, (each) => (personNeeds(each.now, now) ? 'look' : each.now.state))
  return groups.map((group) => {
    const some = grouped.get(group)
    if (!some) return null
    return (
      <section
        key={group}
        className="floor-group"
        data-group={group}
        aria-label={say(group === 'look' ? 'lookHere' : `states_${group}`)}
      >
        <h3>
          <i data-state={group} aria-hidden="true" />
          {say(group === 'look' ? 'lookHere' : `states_${group}`)} <small>{some.length}</small>
        </h3>
        <Tiles people={some} now={now} onOpen={onOpen} />
      </section>
    )
  })
}

const Tiles = ({ people, now, onOpen }: Listing) => (
  <ul className="floor-tiles">
    {people.map((each) => (
      <li key={each.known.id}>
        <Tile now={each.now} known={each.known} look={personNeeds(each.now, now)?.why ?? null} onOpen={onOpen} />
      </li>
    ))}
  </ul>
)

type OfTile = Somebody & { look: LookAt['why'] | null; onOpen: (person: string) => void }

const Tile = memo(function Tile({ now, known, look, onOpen }: OfTile) {
  const say = useWords(words)
  const skills = [...known.skills.map(({ name, level }) => `${name} ${level}`), known.languages.join(', ')].filter(Boolean).join(' · ')
  return (
    <button type="button" className="floor-tile" data-state={now.state} data-look={look ? 'soon' : undefined} onClick={() => onOpen(known.id)}>
      <Avatar person={{ id: known.id, name: known.name }} size={28} />
      <span className="floor-tile-words">
        <strong>{known.name}</strong>
        <small>
          <i data-state={now.state} aria-hidden="true" />
          {look ? say(`look_${look}`) : say(`state_${now.state}`)}
        </small>
      </span>
      <span className="floor-tile-since">
        {now.state !== 'off' && <Since at={now.since} />}
        <Rest now={now} />
      </span>
      <Held now={now} />
      {skills !== '' && <span className="floor-skills">{skills}</span>}
    </button>
  )
}) // prettier-ignore

const HOUR = 3_600_000

function Rest({ now: { next_break, state, why } }: { now: FloorPerson }) {
  const say = useWords(words)
  const hour = useHour()
  const present = useNow()
  if (!next_break || state === 'off') return null
  if (state === 'paused' && why === 'break') return <small>{say('breakUntil', { hour: hour(next_break.ends_at) })}</small>
  return Date.parse(next_break.starts_at) - present < HOUR ? <small>{say('breakAt', { hour: hour(next_break.starts_at) })}</small> : null
} // prettier-ignore

/** What they hold, a mark each, and how full that makes them. */
export function Held({ now: { held, load } }: { now: FloorPerson }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const percent = usePercent()
  if (held.length === 0) return <span className="floor-held" />
  const told = held.map(({ channel, state }) => say('holds', { channel: channelWords[channel].name[spoken], state: say(`holding_${state}`) })).join(' · ')
  return (
    <span className="floor-held" role="img" aria-label={`${told}. ${say('loadOf', { share: percent(load) })}`} title={told}>
      {held.slice(0, 6).map(({ item, channel, state }) => (
        <i key={item + state} data-held={state}>
          <Icon name={iconOf[channel]} size={14} />
        </i>
      ))}
      {held.length > 6 && <small>+{held.length - 6}</small>}
      <u style={{ inlineSize: `${Math.min(100, load * 100)}%` }} aria-hidden="true" />
    </span>
  )
} // prettier-ignore
