import { useState } from 'react'
import type { z } from 'zod'
import { useMe } from '#access/screens'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { hour } from '#ui/instant'
import { useLanguage } from '#ui/language'
import { Page, Panel } from '#ui/layout'
import { freshOn } from '#ui/live'
import { Skeleton } from '#ui/loading'
import { useAsk } from '#ui/query'
import { useNow } from '#ui/time'
import { useWords } from '#ui/words'
import { getOpening, listCalendars, regions, type calendarShape } from '../contract.ts'
import { EditCalendar } from './edit-calendar.tsx'
import { Fortnight } from './fortnight.tsx'
import { words } from './words.ts'
import './calendars.css'

freshOn(['calendars.calendar_changed'], [listCalendars, getOpening])

export type CalendarCard = z.infer<typeof calendarShape>

export function CalendarsPage() {
  const say = useWords(words)
  const { may } = useMe()
  const [open, setOpen] = useState<CalendarCard | 'new' | null>(null)
  const { data, error, refetch } = useAsk(listCalendars, { limit: 200 })
  const add = may('calendar.manage') && (
    <Button tone="primary" icon="plus" onPress={() => setOpen('new')}>
      {say('add')}
    </Button>
  )
  return (
    <Page title={say('title')} lead={say('lead')} actions={data && data.items.length > 0 && add}>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton kind="rows" />}
      {data?.items.length === 0 && (
        <Panel>
          <Empty drawing="calm" title={say('none')} action={add}>
            {say('noneText')}
          </Empty>
        </Panel>
      )}
      {data?.items.map((calendar) => (
        <One key={calendar.id} calendar={calendar} {...(add ? { onEdit: () => setOpen(calendar) } : {})} />
      ))}
      {open && <EditCalendar calendar={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Page>
  )
}

function One({ calendar, onEdit }: { calendar: CalendarCard; onEdit?: () => void }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const actions = (
    <span className="calendars-head">
      {calendar.holidays && <Badge icon="calendar">{regions[calendar.holidays][spoken]}</Badge>}
      <Now calendar={calendar} />
      {onEdit && (
        <Button size="small" icon="edit" onPress={onEdit}>
          {say('edit')}
        </Button>
      )}
    </span>
  )
  return (
    <Panel title={calendar.name} actions={actions}>
      <Fortnight hours={calendar} />
    </Panel>
  )
}

function Now({ calendar }: { calendar: CalendarCard }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const { data } = useAsk(getOpening, { id: calendar.id }, { staleSeconds: 60 })
  const now = useNow()
  if (!data) return null
  const until =
    data.changes_at && Date.parse(data.changes_at) - now < 86_400_000
      ? ` ${say('until')} ${hour(data.changes_at, { spoken, zone: calendar.zone })}`
      : ''
  return (
    <Badge tone={data.open ? 'good' : 'neutral'} icon="clock">
      {say(data.open ? 'openNow' : 'closedNow')}
      {until}
    </Badge>
  )
}
