import { Button } from '#ui/button'
import { useLanguage } from '#ui/language'
import { Panel } from '#ui/layout'
import { useAskPages, useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { deleteAnnouncement, listAnnouncements, type Announcement } from '../../contract.ts'
import { change, dayOf } from '../say.ts'
import { words } from '../words.ts'
import type { Besides } from './beside.tsx'

/** What is known beforehand, near the span. */
export function Announced({ span, overview }: Besides) {
  const say = useWords(words)
  const near = { from: shifted(span.from, -14), to: shifted(span.to, 60) }
  const found = useAskPages(listAnnouncements, { ...near, limit: 10 })
  return (
    <Panel title={say('events')}>
      {found.items.length === 0 ? (
        <p className="forecasting-quiet">{say('eventsEmpty')}</p>
      ) : (
        <ul className="forecasting-list">
          {found.items.map((each) => (
            <One key={each.id} event={each} zone={overview.zone} may={overview.may_manage} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

const shifted = (at: string, days: number): string =>
  Temporal.Instant.from(at)
    .add({ hours: 24 * days })
    .toString()

function One({ event, zone, may }: { event: Announcement; zone: string; may: boolean }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const remove = useSend(deleteAnnouncement, { refetch: [listAnnouncements], onDone: () => toast({ text: say('eventRemoved') }) })
  const where = { spoken, zone }
  const [first, last] = [dayOf(Date.parse(event.from), where), dayOf(Date.parse(event.to) - 1, where)]
  return (
    <li>
      <div>
        <strong>{event.name}</strong>
        <small>{`${say(`kind_${event.kind}`)} · ${first}${first === last ? '' : ` – ${last}`}`}</small>
        <small>
          {event.effect.kind === 'learn' ? say('learnt') : change(event.effect.percent / 100, spoken)}
          {event.by && ` – ${event.by.name}`}
        </small>
      </div>
      {may && (
        <span className="forecasting-decided">
          <Button
            size="small"
            tone="quiet"
            busy={remove.isPending}
            onPress={() => remove.mutate({ id: event.id, version: event.version })}
          >
            {say('eventRemove')}
          </Button>
        </span>
      )}
    </li>
  )
}
