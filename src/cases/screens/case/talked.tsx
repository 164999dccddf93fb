import { isNameless } from '#customers/contract'
import { IconButton } from '#ui/button'
import { Icon } from '#ui/icon'
import { Avatar } from '#ui/person'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import type { Case, Interaction, SendState } from '../../contract.ts'
import { channelIcon } from '../lists/line.tsx'
import { Attachments } from './attachments.tsx'
import { isSaidFirst, sender } from './message.tsx'
import { words } from './message-words.ts'
import { OwnerWords } from './owner-words.tsx'
import { SendBadge, SendWords } from './sending.tsx'
import { SpokenText } from './spoken-text.tsx'
import type { Talk, Turn } from './talk.ts'
import { useDoorName } from './travelled.tsx'
import { WhoSays, WhoSaysWords } from './who-says.tsx'
import './talked.css'

type Talking = { found: Case; talk: Talk; onReply: ((interaction: Interaction) => void) | null }

/** A talk: one calm sheet, its door named once, what each side says under their name. */
export function Talked({ found, talk, onReply }: Talking) {
  const say = useWords(words)
  const lines = talk.turns.flatMap((turn) => (turn.kind === 'said' ? turn.interactions : []))
  const theirs = lines.filter(({ direction }) => direction === 'in')
  const last = theirs.at(-1)
  const known = theirs.find(({ marks }) => marks.proven) ?? theirs.find(({ marks }) => marks.said)
  const name = useDoorName({ found, way: talk.way, door: talk.way.channel }) ?? talk.way.entry_point.name
  const ends = lastOfEachFate(lines)
  return (
    <li className="cases-talk" data-last-word="">
      <span className="cases-talk-face">
        <Icon name={channelIcon(talk.way.channel)} size={18} />
      </span>
      <article className="cases-talk-sheet" aria-label={name}>
        <header>
          <h3>{name}</h3>
          {known && <WhoSays {...known} />}
          <span className="cases-talk-when">
            <Time at={talk.at} />
          </span>
          {onReply && last && <IconButton icon="reply" size="small" label={say('replyTo')} onPress={() => onReply(last)} />}
        </header>
        {known && isSaidFirst(known, talk.way) && <WhoSaysWords {...known} />}
        {talk.turns.map((turn) => (
          <TurnSaid key={turn.key} turn={turn} found={found} ends={ends} />
        ))}
      </article>
    </li>
  )
}

type Turning = { turn: Turn; found: Case; ends: ReadonlySet<string> }

function TurnSaid({ turn, found, ends }: Turning) {
  const say = useWords(words)
  if (turn.kind === 'owner')
    return (
      <p className="cases-talk-aside">
        <OwnerWords ownership={turn.ownership} /> · <Time at={turn.ownership.since} as="hour" />
      </p>
    )
  if (turn.kind === 'put_in')
    return (
      <p className="cases-talk-aside" id={`said-${turn.interaction.id}`}>
        {turn.interaction.visible_text} · <Time at={turn.interaction.at} as="hour" />
      </p>
    )
  const [first] = turn.interactions
  if (!first) return null
  const nameless = first.direction === 'in' && isNameless(first.from.name) // wrote before saying who they are
  const from = (nameless && found.customer) || sender(first, { nobody: say('visitor'), us: say('us'), customer: found.customer })
  return (
    <section className="cases-turn" data-direction={first.direction}>
      <Avatar person={from} size={24} />
      <div className="cases-turn-said">
        <h4>
          {from.name} <Time at={first.at} as="hour" />
        </h4>
        {turn.interactions.map((interaction) => (
          <Spoken key={interaction.id} interaction={interaction} found={found} tells={ends.has(interaction.id)} />
        ))}
      </div>
    </section>
  )
}

function Spoken({ interaction, found, tells }: { interaction: Interaction; found: Case; tells: boolean }) {
  const text = (interaction.visible_text || interaction.text).trim()
  return (
    <div className="cases-spoken" id={`said-${interaction.id}`}>
      {text !== '' && (
        <p className="cases-text">
          <SpokenText text={text} />
        </p>
      )}
      {interaction.attachments.length > 0 && (
        <div className="cases-spoken-files">
          <Attachments of={interaction} formatted={false} />
        </div>
      )}
      {tells && <Fate interaction={interaction} found={found} />}
    </div>
  )
}

// Read, or not yet, is said once: at the last line of which it is true. What did not go as it should is said of each.
const PLAIN = new Set<SendState>(['handed_over', 'leaving', 'kept'])
function lastOfEachFate(lines: readonly Interaction[]): ReadonlySet<string> {
  const ours = lines.filter(({ direction }) => direction === 'out')
  const fate = ({ state, travels_by }: Interaction) => `${state} ${travels_by}`
  return new Set(
    ours
      .filter((line, at) => {
        const next = ours[at + 1]
        return !PLAIN.has(line.state) || next === undefined || fate(next) !== fate(line)
      })
      .map(({ id }) => id),
  )
}

function Fate({ interaction, found }: { interaction: Interaction; found: Case }) {
  const say = useWords(words)
  const byMail = interaction.travels_by !== null
  if (!byMail && (interaction.state === 'handed_over' || interaction.state === 'leaving'))
    return (
      <p className="cases-spoken-fate">
        {interaction.state === 'handed_over' && <Icon name="check" size={14} />} {say(`spoken_${interaction.state}`)}
      </p>
    )
  return (
    <div className="cases-spoken-fate">
      {byMail && (
        <span>
          <Icon name={channelIcon(interaction.travels_by ?? '')} size={14} /> {say('followedByMail')}
        </span>
      )}
      <SendBadge interaction={interaction} instant={!byMail} />
      <SendWords caseId={found.id} interaction={interaction} instant={!byMail} />
    </div>
  )
}
