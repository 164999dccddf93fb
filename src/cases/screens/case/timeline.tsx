import { useMemo, useState } from 'react'
import { Badge } from '#ui/badge'
import { Icon, type IconName } from '#ui/icon'
import { Notice } from '#ui/layout'
import { Time } from '#ui/time'
import { DayMark, Happening, Message, Timeline } from '#ui/timeline'
import { useWords } from '#ui/words'
import type { Case, Interaction, Note } from '../../contract.ts'
import { nameIn, usePeople } from '../people.ts'
import { words } from './case-words.ts'
import { BounceWords } from './marks.tsx'
import { Body, Said, sender } from './message.tsx'
import { words as messageWords } from './message-words.ts'
import { OwnerWords } from './owner-words.tsx'
import { SpokenText } from './spoken-text.tsx'
import { ClosedHere, MergedHere, Reopened } from './happened.tsx'
import { localDay, story, type Told } from './story.ts'
import { useToldByOthers } from './told-by-others.tsx'
import type { Talk } from './talk.ts'
import { Talked } from './talked.tsx'
import { useLastWord } from './last-word.ts'

type Telling = { found: Case; onReply: ((interaction: Interaction) => void) | null }

/** Everything said, noted and decided, oldest first; opened where the last word was said. */
export function CaseStory({ found, onReply }: Telling) {
  const say = useWords(words)
  const others = useToldByOthers(found)
  const days = useMemo(() => story(found, localDay, others.told), [found, others.told])
  const room = useLastWord(found)
  const nothing = days.every((day) => day.told.every(({ kind }) => kind === 'owner'))
  return (
    <div className="cases-story" ref={room} tabIndex={0} role="region" aria-label={say('story')}>
      <h2 className="unseen">{say('story')}</h2>
      {others.tellers}
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

function Entry({ told, found, onReply }: { told: Told | Talk } & Telling) {
  switch (told.kind) {
    case 'message':
      return isQuiet(told.interaction) ? (
        <Quiet interaction={told.interaction} found={found} />
      ) : (
        <Said
          found={found}
          interaction={told.interaction}
          way={told.way}
          onReply={onReply && told.interaction.direction === 'in' ? () => onReply(told.interaction) : null}
        />
      )
    case 'talk':
      return <Talked found={found} talk={told} onReply={onReply} />
    case 'note':
      return <Noted note={told.note} />
    case 'owner':
      return (
        <Happening icon="mine" at={told.at}>
          <OwnerWords ownership={told.ownership} />
        </Happening>
      )
    case 'merged':
      return <MergedHere merged={told.merged} at={told.at} />
    case 'other':
      return (
        <Happening icon={told.other.icon} at={told.at}>
          {told.other.words}
        </Happening>
      )
    case 'reopened':
      return <Reopened at={told.at} />
    case 'closed':
      return <ClosedHere closure={told.closure} at={told.at} />
  }
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

function Quiet({ interaction, found: { customer, suspected_at } }: { interaction: Interaction; found: Case }) {
  const say = useWords(messageWords)
  const [open, setOpen] = useState(interaction.kind === 'spam' && suspected_at === null) // somebody said that it is wanted
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
