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
  const say = useWords(words)
  const spoken = useLanguage()
  const { case: of, customer, person, why, what, kind } = line
  const subject = of ? of.subject || say('noSubject') : ''
  const about = [
    ...(kind === 'promise' || kind === 'task_asked' || kind === 'task_mine' || kind === 'mention' ? [subject] : []),
    ...(of ? [say('number', { number: of.number })] : []),
    ...(of?.closed ? [say('closedCase')] : []),
  ].filter(Boolean)
  const quoted = kind === 'unhappy' && what !== ''
  const title =
    { promise: what, task_asked: what, task_mine: what, notice: why?.[spoken] ?? '', mention: what }[kind as string] ?? subject // those whose own words say what it is
  return (
    <>
      <span className="today-title">
        {customer && <strong>{customer.name}</strong>}
        <span>{title}</span>
      </span>
      <small>
        {person && (
          <span className="today-who">
            <Avatar person={person} size={20} />{' '}
            {kind === 'covered'
              ? say('coveredOf', { name: person.name })
              : kind === 'hand_over'
                ? say('given', { name: person.name })
                : kind === 'silent'
                  ? say('taken', { name: person.name })
                  : person.name}
          </span>
        )}
        {why && kind !== 'notice' && <span className="today-why">{why[spoken]}</span>}
        {quoted && <q>{what}</q>}
        {kind === 'hand_over' && what !== '' && <q>{what}</q>}
        {about.length > 0 && <span>{about.join(' · ')}</span>}
        {['new', 'waiting', 'covered'].includes(kind) && what !== '' && <span className="today-excerpt">{what}</span>}
      </small>
    </>
  )
}
