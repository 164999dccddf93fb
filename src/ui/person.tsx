import { hue, initials } from './face.ts'
import { words } from './floor-words.ts'
import { useWords } from './words.ts'
import './person.css'

export type Presence = 'present' | 'busy' | 'away'
export type Somebody = { id?: string; name: string; presence?: Presence }

/** The face alone; hidden from screen readers, because the name always stands beside it or in its tooltip. */
export function Avatar({ person, size = 28 }: { person: Somebody; size?: 20 | 24 | 28 | 36 | 56 }) {
  return (
    <span className="ui-avatar" data-hue={hue(person.id ?? person.name)} data-size={size} aria-hidden="true">
      {initials(person.name)}
      {person.presence && <i data-presence={person.presence} />}
    </span>
  )
}

/** A face, a name and what there is to say under it. */
export function Person({ person, detail, size = 28 }: { person: Somebody; detail?: string; size?: 24 | 28 | 36 | 56 }) {
  const say = useWords(words)
  return (
    <span className="ui-person">
      <Avatar person={person} size={size} />
      <span className="ui-person-words">
        <span className="ui-person-name">
          {person.name}
          {person.presence && <span className="unseen">, {say(person.presence)}</span>}
        </span>
        {detail && <small>{detail}</small>}
      </span>
    </span>
  )
}

type Pair = { owner: Somebody | null; deputy: Somebody | null; compact?: boolean }

/** Who answers for a case and who stands in: always shown together. */
export function OwnerPair({ owner, deputy, compact = false }: Pair) {
  const say = useWords(words)
  if (compact) return <CompactPair owner={owner} deputy={deputy} />
  return (
    <dl className="ui-pair">
      <div>
        <dt>{say('answersForIt')}</dt>
        <dd>{owner ? <Person person={owner} size={36} /> : <span className="ui-pair-none">{say('nobodyYet')}</span>}</dd>
      </div>
      <div>
        <dt>{say('standsIn')}</dt>
        <dd>{deputy ? <Person person={deputy} /> : <span className="ui-pair-none">{say('noDeputy')}</span>}</dd>
      </div>
    </dl>
  )
}

function CompactPair({ owner, deputy }: Omit<Pair, 'compact'>) {
  const say = useWords(words)
  const faceOf = ({ id, name }: Somebody): Somebody => ({ name, ...(id ? { id } : {}) }) // two dots so close would only be noise
  const label = `${owner?.name ?? say('nobodyYet')} ${say('answersForIt')}${deputy ? `, ${deputy.name} ${say('standsIn')}` : ''}`
  return (
    <span className="ui-pair-compact" role="img" aria-label={label} title={label}>
      {owner ? <Avatar person={faceOf(owner)} size={28} /> : <span className="ui-avatar" data-size={28} data-nobody="" />}
      {deputy && <Avatar person={faceOf(deputy)} size={20} />}
    </span>
  )
}

/** Several people at once: who is looking, who is typing. */
export function Faces({ people, label, most = 4 }: { people: readonly Somebody[]; label: string; most?: number }) {
  if (people.length === 0) return null
  return (
    <span className="ui-faces" role="img" aria-label={label} title={label}>
      {people.slice(0, most).map((person) => (
        <Avatar key={person.id ?? person.name} person={person} size={24} />
      ))}
      {people.length > most && <span className="ui-avatar" data-size={24}>{`+${people.length - most}`}</span>}
    </span>
  )
}
