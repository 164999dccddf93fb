import { Link } from '@tanstack/react-router'
import { Button } from '#ui/button'
import { useLanguage } from '#ui/language'
import { Avatar } from '#ui/person'
import { Time, useNow } from '#ui/time'
import { useWords } from '#ui/words'
import type { Line } from '../contract.ts'
import { searchOf, type Deed } from './deeds.tsx'
import { words } from './words.ts'

/** One thing of a day: when, what, about whom, and the obvious act. The whole line opens it. */
export function DayLine({ line, deed, onMove }: { line: Line; deed: Deed | null; onMove?: (() => void) | undefined }) {
  return (
    <li className="today-line" data-kind={line.kind} data-late={line.late || undefined}>
      <When line={line} />
      <Link to={line.path.split('?')[0]!} search={searchOf(line.path) as never} className="today-what" data-line={line.key}>
        <What line={line} />
      </Link>
      {deed && (
        <span className="today-deeds">
          {onMove && <MoveButton onPress={onMove} what={line.what} />}
          <Button
            size="small"
            icon={deed.icon}
            tone={line.kind === 'hand_over' ? 'primary' : 'plain'}
            busy={deed.busy}
            onPress={deed.run}
            aria-description={line.what}
          >
            {deed.label}
          </Button>
        </span>
      )}
    </li>
  ) // a page of the desk reads its own address
}

function MoveButton({ onPress, what }: { onPress: () => void; what: string }) {
  const say = useWords(words)
  return (
    <Button size="small" tone="quiet" onPress={onPress} aria-description={what}>
      {say('move')}
    </Button>
  )
}

const BACKWARDS: readonly Line['kind'][] = ['silent', 'unhappy', 'new', 'waiting', 'covered', 'mention', 'notice', 'chat']

function When({ line }: { line: Line }) {
  const now = useNow()
  if (!line.at) return <span className="today-when" />
  const today = new Date(line.at).toDateString() === new Date(now).toDateString()
  const past = Date.parse(line.at) <= now
  return (
    <span className="today-when">
      <Time at={line.at} as={today && !past && !BACKWARDS.includes(line.kind) ? 'hour' : 'relative'} />
    </span>
  )
}

function What({ line }: { line: Line }) {
  return (
    <>
      <span className="today-title">
        {line.customer && <strong>{line.customer.name}</strong>}
        <Title line={line} />
      </span>
      <small>
        {line.person && <Who kind={line.kind} person={line.person} />}
        <Why line={line} />
        <About line={line} />
        {EXCERPTED.includes(line.kind) && line.what !== '' && <span className="today-excerpt">{line.what}</span>}
      </small>
    </>
  )
}

const EXCERPTED: readonly Line['kind'][] = ['new', 'waiting', 'covered']
const OWN_WORDS: readonly Line['kind'][] = ['promise', 'task_asked', 'task_mine', 'mention'] // they say themselves what it is
const QUOTED: readonly Line['kind'][] = ['unhappy', 'hand_over']

function Title({ line: { kind, what, why, case: of } }: { line: Line }) {
  const say = useWords(words)
  const spoken = useLanguage()
  if (OWN_WORDS.includes(kind)) return <span>{what}</span>
  if (kind === 'notice') return <span>{why?.[spoken]}</span>
  return <span>{of?.subject || say('noSubject')}</span>
}

const WHO = { covered: 'coveredOf', hand_over: 'given', silent: 'taken' } as const
function Who({ kind, person }: { kind: Line['kind']; person: NonNullable<Line['person']> }) {
  const say = useWords(words)
  const { name } = person
  const said = kind in WHO ? say(WHO[kind as keyof typeof WHO], { name }) : name // one of its names, looked up just before
  return (
    <span className="today-who">
      <Avatar person={person} size={20} /> {said}
    </span>
  )
}

function Why({ line: { kind, why, what } }: { line: Line }) {
  const spoken = useLanguage()
  return (
    <>
      {why && kind !== 'notice' && <span className="today-why">{why[spoken]}</span>}
      {QUOTED.includes(kind) && what !== '' && <q>{what}</q>}
    </>
  )
}

function About({ line: { kind, case: of } }: { line: Line }) {
  const say = useWords(words)
  if (!of) return null
  const parts = [
    OWN_WORDS.includes(kind) ? of.subject : '',
    say('number', { number: of.number }),
    of.closed ? say('closedCase') : '',
  ]
  return <span>{parts.filter(Boolean).join(' · ')}</span>
}
