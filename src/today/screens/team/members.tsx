import { Link } from '@tanstack/react-router'
import { Badge, type BadgeTone } from '#ui/badge'
import { Avatar } from '#ui/person'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import type { Counts, Heat, Member } from '../../contract.ts'
import { useMomentWords } from '../moment-words.ts'
import { words } from './words.ts'

/** One line a person, the heaviest first: how they are there, what they carry, how hot it is. Opens their day. */
export function Members({ members }: { members: readonly Member[] }) {
  return (
    <ul className="today-members">
      {members.map((member) => (
        <MemberLine key={member.person.id} member={member} />
      ))}
    </ul>
  )
}

const tones: Readonly<Record<Heat, BadgeTone>> = { quiet: 'neutral', steady: 'good', busy: 'promise', hot: 'danger' }
const dots = { available: 'present', busy: 'busy', away: 'away', offline: undefined } as const

function MemberLine({ member }: { member: Member }) {
  const say = useWords(words)
  const { person, presence, away, counts, heat } = member
  const dot = away ? undefined : dots[presence]
  return (
    <li className="today-member" data-heat={heat} data-away={away ? '' : undefined}>
      <Avatar person={{ ...person, ...(dot ? { presence: dot } : {}) }} size={36} />
      <Link
        to="/today"
        search={{ person: person.id } as never}
        className="today-member-name"
        title={say('seeDay', { name: person.name })}
      >
        <strong>{person.name}</strong>
        <small>
          <How member={member} />
        </small>
      </Link>
      <Carried counts={counts} />
      <Badge tone={tones[heat]}>{say(`heat_${heat}`)}</Badge>
    </li>
  ) // read by readPerson
}

function How({ member: { presence, away, covers, left_at } }: { member: Member }) {
  const say = useWords(words)
  const when = useMomentWords()
  if (away)
    return (
      <>
        {say('awayUntil', { until: when(away.until) })} ·{' '}
        {away.covered_by ? say('coveredBy', { name: away.covered_by.name }) : say('coveredByNobody')}
      </>
    )
  return (
    <>
      {left_at ? <LeftAt at={left_at} /> : say(`present_${presence}`)}
      {covers.length > 0 && ` · ${say('covers', { names: covers.map(({ name }) => name).join(', ') })}`}
    </>
  )
}

function LeftAt({ at }: { at: string }) {
  const say = useWords(words)
  const [before, after] = say('leftAt', { hour: '|' }).split('|')
  return (
    <>
      {before}
      <Time at={at} as="hour" />
      {after}
    </>
  )
}

const shown = [
  { say: 'promises', late: 'promises_late', more: 'promises_today' },
  { say: 'deadlines', late: 'deadlines_late', more: 'deadlines_today' },
  { say: 'silent', late: 'silent', more: null },
  { say: 'unhappyShort', late: 'unhappy', more: null },
  { say: 'tasks', late: 'tasks_late', more: 'tasks_open' },
  { say: 'new', late: null, more: 'new' },
  { say: 'open', late: null, more: 'open' },
] as const

function Carried({ counts }: { counts: Counts }) {
  const say = useWords(words)
  return (
    <dl className="today-carried">
      {shown.map(({ say: name, late, more }) => {
        const lates = late ? counts[late] : 0
        const all = more === null ? lates : more === 'tasks_open' ? counts.tasks_open : lates + counts[more]
        return (
          <div key={name} data-late={lates > 0 || undefined} data-none={all === 0 || undefined}>
            <dt>{say(name)}</dt>
            <dd>
              {all}
              {lates > 0 && more !== null && <small>{say('lateOf', { late: lates })}</small>}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
