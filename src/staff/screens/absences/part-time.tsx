import { useState } from 'react'
import { Button } from '#ui/button'
import { Failure } from '#ui/failure'
import { useLanguage } from '#ui/language'
import { Notice } from '#ui/layout'
import { useAsk, useSend } from '#ui/query'
import { Select } from '#ui/select'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { getPartTime, listStaff, setPartTime, type FreeTime, type Person } from '../../contract.ts'
import { words } from './words.ts'

const [NOON, DAY] = [720, 1440]
type Part = 'fullDay' | 'morningOff' | 'afternoonOff' | 'dayOff'
const parts: Readonly<Record<Part, readonly [number, number] | null>> = {
  fullDay: null, morningOff: [0, NOON], afternoonOff: [NOON, DAY], dayOff: [0, DAY],
} // prettier-ignore
const names: readonly Part[] = ['fullDay', 'morningOff', 'afternoonOff', 'dayOff']
const WORKED = [1, 2, 3, 4, 5, 6] as const

const partOf = (free: readonly FreeTime[], weekday: number): Part | null => {
  const theirs = free.filter((each) => each.weekday === weekday)
  if (theirs.length > 1) return null
  const [only] = theirs
  return names.find((name) => (parts[name]?.[0] ?? -1) === (only?.starts_minute ?? -1) && (parts[name]?.[1] ?? -1) === (only?.ends_minute ?? -1)) ?? null // prettier-ignore
}

/** What somebody does not work every week, by half days. */
export function PartTime({ person }: { person: Person }) {
  const { data } = useAsk(getPartTime, { person: person.id })
  return data ? <Week key={`${data.from} ${data.free.length}`} person={person} zone={data.zone} free={data.free} /> : null
}

function Week({ person, zone, free }: { person: Person; zone: string; free: readonly FreeTime[] }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const [week, setWeek] = useState(() => new Map(WORKED.map((weekday) => [weekday as number, partOf(free, weekday)])))
  const save = useSend(setPartTime, {
    refetch: [getPartTime, listStaff],
    onDone: () => void toast({ text: say('partTimeSaved'), tone: 'good' }),
    onError: () => {}, // shown in place
  })
  const chosen = [...week].flatMap(([weekday, part]) => {
    const span = part && parts[part]
    return span ? [{ weekday, starts_minute: span[0], ends_minute: span[1] }] : []
  })
  return (
    <section className="staff-part">
      <h3>{say('halfDays')}</h3>
      <p>{say('halfDaysText')}</p>
      {[...week.values()].includes(null) && <Notice>{say('otherHours')}</Notice>}
      <div className="staff-week">
        {WORKED.map((weekday) => (
          <Select
            key={weekday}
            label={dayName(weekday, spoken)}
            value={week.get(weekday) ?? null}
            onChange={(part) => setWeek(new Map(week).set(weekday, part))}
            options={names.map((id) => ({ id, label: say(id) }))}
          />
        ))}
      </div>
      {save.error && <Failure error={save.error} />}
      <Button busy={save.isPending} onPress={() => save.mutate({ person: person.id, zone, deputy_id: null, free: chosen })}>
        {say('savePartTime')}
      </Button>
    </section>
  )
}

const MONDAY = Date.UTC(2026, 10, 16)
const dayName = (weekday: number, spoken: 'fr' | 'en'): string =>
  new Intl.DateTimeFormat(spoken === 'fr' ? 'fr-FR' : 'en-GB', { weekday: 'long', timeZone: 'UTC' }).format(
    MONDAY + (weekday - 1) * 86_400_000,
  )
