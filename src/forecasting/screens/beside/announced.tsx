import { useState } from 'react'
import { Button, IconButton } from '#ui/button'
import { useLanguage } from '#ui/language'
import { Panel } from '#ui/layout'
import { useAskPages, useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { deleteAnnouncement, listAnnouncements, type Announcement } from '../../contract.ts'
import { AnnounceDrawer } from '../deeds/announce-drawer.tsx'
import { words as deedWords } from '../deeds/words.ts'
import { change, dayOf } from '../say.ts'
import { words } from '../words.ts'
import type { Besides } from './beside.tsx'

/** What is known beforehand, near the span. */
export function Announced({ span, overview, stream }: Besides) {
  const [edited, setEdited] = useState<Announcement | null>(null)
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
            <One key={each.id} event={each} zone={overview.zone} may={overview.may_manage} onEdit={() => setEdited(each)} />
          ))}
        </ul>
      )}
      {edited && (
        <AnnounceDrawer zone={overview.zone} stream={stream} day={span.first} event={edited} onClose={() => setEdited(null)} />
      )}
    </Panel>
  )
}

const shifted = (at: string, days: number): string =>
  Temporal.Instant.from(at)
    .add({ hours: 24 * days })
    .toString()

type Told = { event: Announcement; zone: string; may: boolean; onEdit: () => void }

function One({ event, zone, may, onEdit }: Told) {
  const say = useWords(words)
  const sayDeed = useWords(deedWords)
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
          <IconButton icon="edit" tone="plain" size="small" label={sayDeed('eventEdit')} onPress={onEdit} />
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
