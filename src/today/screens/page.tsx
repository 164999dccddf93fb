import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, type RefObject } from 'react'
import type { PersonId } from '#base/contract'
import { Button, ButtonLink } from '#ui/button'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { useCommands } from '#ui/keys'
import { Notice, Page, Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk } from '#ui/query'
import { useNow } from '#ui/time'
import { useWords } from '#ui/words'
import { getToday, type Day, type Line, type SectionName } from '../contract.ts'
import { searchOf, useLineDeeds, type Deeds } from './deeds.tsx'
import { useMomentWords } from './moment-words.ts'
import { DaySection } from './section.tsx'
import { words } from './words.ts'
import './today.css'

const ASIDE: readonly SectionName[] = ['new', 'waiting', 'covered', 'told']
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
export const readPerson = ({ person }: Record<string, unknown>): { person?: PersonId } =>
  typeof person === 'string' && UUID.test(person) ? { person: person as PersonId } : {} // shaped as one; the server knows whether it is

/** What must I do now, and what must I not forget? */
export function TodayPage() {
  const say = useWords(words)
  const asked = readPerson(useSearch({ strict: false }))
  const day = useAsk(getToday, asked, { staleSeconds: 15, keepPrevious: true })
  const room = useRef<HTMLDivElement>(null)
  const deeds = useLineDeeds()
  const go = useNavigate()
  const mine = day.data?.mine ?? asked.person === undefined
  useLineCommands(room, day.data, deeds)
  const leave = () => void go({ to: '/leave' })
  return (
    <Page
      title={useGreeting(day.data, mine)}
      lead={day.data && <Lead day={day.data} />}
      actions={
        mine ? (
          <Button icon="out" onPress={leave} keys="G L">
            {say('leave')}
          </Button>
        ) : (
          <ButtonLink href="/desk/team" icon="left">
            {say('back')}
          </ButtonLink>
        )
      }
    >
      {day.isError && !day.data ? (
        <Failure error={day.error} onRetry={() => void day.refetch()} />
      ) : !day.data ? (
        <Panel flush>
          <Skeleton lines={6} kind="rows" />
        </Panel>
      ) : (
        <div ref={room}>
          <Shown day={day.data} deeds={deeds} />
        </div>
      )}
      {deeds.dialogs}
    </Page>
  )
}

function useGreeting(day: Day | undefined, mine: boolean): string {
  const say = useWords(words)
  const name = day?.person.name ?? ''
  const now = useNow()
  if (!mine) return say('dayOf', { name })
  const hour = new Date(now).getHours()
  return say(hour >= 18 || hour < 4 ? 'evening' : 'morning', { name: name.split(' ')[0] ?? '' })
}

// One sentence of what presses, the rest is below.
function Lead({ day: { sections } }: { day: Day }) {
  const say = useWords(words)
  const of = (name: SectionName) => sections.find((section) => section.name === name)
  const [promises, silent, handOvers, fresh] = [of('promises'), of('silent'), of('hand_overs'), of('new')]
  const said = [
    promises && say('leadPromises', { count: promises.count, late: promises.late }),
    handOvers && say('leadHandOvers', { count: handOvers.count }),
    silent && say('leadSilent', { count: silent.count }),
    fresh && say('leadNew', { count: fresh.count }),
  ].filter(Boolean)
  return <>{said.length > 0 ? said.join(' ') : say('calm')}</>
}

function Shown({ day, deeds }: { day: Day; deeds: Deeds }) {
  const say = useWords(words)
  const now = day.sections.filter(({ name }) => !ASIDE.includes(name))
  const aside = day.sections.filter(({ name }) => ASIDE.includes(name))
  return (
    <div className="today">
      <Cover day={day} />
      {day.sections.length === 0 && (
        <Empty
          drawing="calm"
          title={say('emptyTitle')}
          action={day.mine && <ButtonLink href="/desk/">{say('myCases')}</ButtonLink>}
        >
          {say(day.mine ? 'emptyText' : 'emptyOther')}
        </Empty>
      )}
      <div className="today-columns" data-one={now.length === 0 || aside.length === 0 || undefined}>
        {now.length > 0 && (
          <div className="today-column">
            {now.map((section) => (
              <DaySection key={section.name} section={section} deeds={deeds} mayAct={day.mine} />
            ))}
          </div>
        )}
        {aside.length > 0 && (
          <div className="today-column" data-aside="">
            {aside.map((section) => (
              <DaySection key={section.name} section={section} deeds={deeds} mayAct={false} />
            ))}
          </div>
        )}
      </div>
    </div>
  )
}

function Cover({ day: { stands_in_for, away, person } }: { day: Day }) {
  const say = useWords(words)
  const when = useMomentWords()
  return (
    <>
      {away && (
        <Notice tone="promise">
          {away.covered_by
            ? say('awayCovered', { name: person.name, until: when(away.until), cover: away.covered_by.name })
            : say('awayAlone', { name: person.name, until: when(away.until) })}
        </Notice>
      )}
      {stands_in_for.map((each) => (
        <Notice key={each.person.id} icon="people">
          {say('standsIn', { name: each.person.name, until: when(each.until) })}
        </Notice>
      ))}
    </>
  )
}

// j and k walk all lines; e does the obvious to the one that has the focus, m moves a promise, o opens.
function useLineCommands(room: RefObject<HTMLDivElement | null>, day: Day | undefined, deeds: Deeds): void {
  const say = useWords(words)
  const go = useNavigate()
  const at = useRef<Line | null>(null)
  useEffect(() => {
    const place = room.current
    const look = ({ target }: FocusEvent): void => {
      const key =
        target instanceof HTMLElement
          ? target.closest('.today-line')?.querySelector<HTMLElement>('[data-line]')?.dataset['line']
          : undefined
      at.current = day?.sections.flatMap(({ items }) => items).find((line) => line.key === key) ?? null
    }
    place?.addEventListener('focusin', look)
    return () => place?.removeEventListener('focusin', look)
  }, [room, day])
  const onIt = (act: (line: Line) => void) => () => at.current && act(at.current)
  const group = say('group')
  useCommands([
    { id: 'today.next', label: say('next'), group, keys: 'j', icon: 'down', run: () => walk(room.current, 1) },
    { id: 'today.previous', label: say('previous'), group, keys: 'k', icon: 'up', run: () => walk(room.current, -1) },
    {
      id: 'today.obvious',
      label: say('obvious'),
      group,
      keys: 'e',
      icon: 'check',
      run: onIt((line) => day?.mine && deeds.of(line).run()),
    },
    {
      id: 'today.move',
      label: say('moveIt'),
      group,
      keys: 'm',
      icon: 'clock',
      run: onIt((line) => day?.mine && deeds.move(line)),
    },
    {
      id: 'today.open',
      label: say('openIt'),
      group,
      keys: 'o',
      icon: 'open',
      run: onIt(({ path }) => void go({ to: path.split('?')[0]!, search: searchOf(path) as never })), // a page of the desk reads its own address
    },
  ])
}

function walk(room: HTMLElement | null, by: 1 | -1): void {
  const lines = [...(room?.querySelectorAll<HTMLElement>('[data-line]') ?? [])]
  const at = lines.findIndex((line) => line.closest('.today-line')?.contains(document.activeElement))
  const to = at < 0 ? (by === 1 ? lines[0] : lines.at(-1)) : lines[Math.max(0, Math.min(lines.length - 1, at + by))]
  to?.focus()
  to?.scrollIntoView({ block: 'nearest' })
}
