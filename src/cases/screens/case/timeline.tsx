import { useEffect, useMemo, useRef, useState } from 'react'
import { Badge } from '#ui/badge'
import { Icon, type IconName } from '#ui/icon'
import { Notice } from '#ui/layout'
import { Time } from '#ui/time'
import { DayMark, Happening, Message, Timeline } from '#ui/timeline'
import { useWords } from '#ui/words'
import type { Case, Interaction, Note, Ownership } from '../../contract.ts'
import { nameIn, usePeople } from '../people.ts'
import { words } from './case-words.ts'
import { BounceWords } from './marks.tsx'
import { Body, Said, sender } from './message.tsx'
import { words as messageWords } from './message-words.ts'
import { SpokenText } from './spoken-text.tsx'
import { localDay, story, type Told } from './story.ts'

type Telling = { found: Case; onReply: ((interaction: Interaction) => void) | null }

/** Everything said, noted and decided, oldest first; opened where the last word was said. */
export function CaseStory({ found, onReply }: Telling) {
  const say = useWords(words)
  const days = useMemo(() => story(found, localDay), [found])
  const room = useLastWord(found)
  const nothing = days.every((day) => day.told.every(({ kind }) => kind === 'owner'))
  return (
    <div className="cases-story" ref={room} tabIndex={0} role="region" aria-label={say('story')}>
      <h2 className="unseen">{say('story')}</h2>
      {found.older_interactions > 0 && <Notice>{say('older', { count: found.older_interactions })}</Notice>}
      {nothing && <p className="cases-quiet">{say('noStory')}</p>}
      <Timeline label={say('story')}>
        {days.flatMap((day) => [
          <DayMark key={day.day} at={day.at} />,
          ...day.told.map((told) => <Entry key={told.key} told={told} found={found} onReply={onReply} />),
        ])}
      </Timeline>
    </div>
  )
}

function Entry({ told, found, onReply }: { told: Told } & Telling) {
  const say = useWords(words)
  switch (told.kind) {
    case 'message':
      return isQuiet(told.interaction) ? (
        <Quiet interaction={told.interaction} customer={found.customer} />
      ) : (
        <Said
          found={found}
          interaction={told.interaction}
          way={told.way}
          onReply={onReply && told.interaction.direction === 'in' ? () => onReply(told.interaction) : null}
        />
      )
    case 'note':
      return <Noted note={told.note} />
    case 'owner':
      return (
        <Happening icon="mine" at={told.at}>
          <OwnerWords ownership={told.ownership} />
        </Happening>
      )
    case 'closed':
      return (
        <Happening icon="check" at={told.at}>
          {say('closedHere')}
        </Happening>
      )
  }
}

export function OwnerWords({ ownership: { owner, chosen_by, by } }: { ownership: Ownership }) {
  const say = useWords(words)
  const why = chosen_by === 'assigned' ? say('by_assigned', { by }) : say(`by_${chosen_by}`)
  return (
    <>
      <strong>{say('answersNow', { name: owner.name })}</strong> · {why}
    </>
  )
}

function Noted({ note }: { note: Note }) {
  const say = useWords(messageWords)
  const people = usePeople()
  const from = note.author ?? { name: say('us') }
  return (
    <Message
      direction="note"
      from={from}
      at={note.at}
      state={
        <Badge tone="promise" icon="note">
          {say('noteBy')}
        </Badge>
      }
    >
      <div className="cases-text">
        <SpokenText text={note.text} mentions={note.mentions.map((id) => nameIn(people, id))} />
      </div>
    </Message>
  )
}

// What machines say is kept and shown, but quietly.
const isQuiet = ({ kind }: Interaction): boolean => kind !== 'message' && kind !== 'bounce'
const icons: Readonly<Partial<Record<Interaction['kind'], IconName>>> = {
  'auto-reply': 'clock',
  list: 'people',
  report: 'info',
  spam: 'warning',
  acknowledgement: 'check',
  notice: 'info',
}

function Quiet({ interaction, customer }: { interaction: Interaction; customer: Case['customer'] }) {
  const say = useWords(messageWords)
  const [open, setOpen] = useState(false)
  const from = sender(interaction, { nobody: say('unknownSender'), us: say('us'), customer })
  return (
    <li className="cases-quiet-line" id={`said-${interaction.id}`}>
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name={icons[interaction.kind] ?? 'info'} size={16} />
        <span>
          <strong>{say(`kind_${interaction.kind === 'message' ? 'report' : interaction.kind}`)}</strong> · {from.name}
          {interaction.subject && ` · ${interaction.subject}`}
        </span>
        <Time at={interaction.at} />
        <Icon name={open ? 'up' : 'down'} size={14} />
      </button>
      {open && (
        <div className="cases-quiet-body">
          <Body interaction={interaction} view="new" />
          <BounceWords interaction={interaction} />
        </div>
      )}
    </li>
  )
}

// The last message is what one came to read: it is brought to the top of the room when the case opens, and when a new one comes while
// one reads the end. Who has scrolled up to read is left in peace.
function useLastWord({ id, conversations, notes }: Case) {
  const room = useRef<HTMLDivElement>(null)
  const count = conversations.reduce((sum, { interactions }) => sum + interactions.length, 0) + notes.length
  const before = useRef<{ id: string; count: number } | null>(null)
  useEffect(() => {
    const place = room.current
    if (!place) return
    const opened = before.current?.id !== id
    const atEnd = place.scrollHeight - place.scrollTop - place.clientHeight < 400
    const more = !opened && count > (before.current?.count ?? 0)
    before.current = { id, count }
    if (!opened && !(more && atEnd)) return
    const last = [...place.querySelectorAll('.ui-message')].at(-1)
    last?.scrollIntoView({ block: opened ? 'start' : 'end', behavior: opened ? 'instant' : 'smooth' })
  }, [id, count])
  return room
}
