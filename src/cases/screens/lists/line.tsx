import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { send } from '#ui/api'
import { Badge } from '#ui/badge'
import { Icon, type IconName } from '#ui/icon'
import { Avatar, OwnerPair } from '#ui/person'
import { keyOf, queries } from '#ui/query'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { getCase, type Listed } from '../../contract.ts'
import { priorityIcons } from './priority-icons.ts'
import { words } from '../words.ts'
import './lists.css'

const channels: Readonly<Record<string, IconName>> = {
  email: 'mail', form: 'form', chat: 'chat', phone: 'phone', sms: 'chat', social: 'globe', letter: 'letter', visit: 'door', video: 'screen', page: 'eye',
} // prettier-ignore
export const channelIcon = (channel: string): IconName => channels[channel] ?? 'mail'

type Lining = { row: Listed; fresh?: boolean; waiting?: boolean }

/** One case in a list: who asks, what about, who answers for it, since when. A real link, so that it opens in a new tab too. */
export function Line({ row, fresh = false, waiting = false }: Lining) {
  const say = useWords(words)
  const [slides] = useState(fresh) // only a line that comes while one looks slides in
  const look = useForesight(row.id)
  const name = row.customer?.name ?? say('unknownCustomer')
  return (
    <Link
      to={`/cases/${row.id}`}
      className="cases-line"
      data-line=""
      data-stands={row.stands}
      data-slides={slides || undefined}
      {...look}
    >
      <span className="cases-line-face">
        <Avatar person={{ id: row.customer?.id ?? name, name }} size={36} />
        {row.stands === 'new' && <i title={say('isNew')} />}
      </span>
      <span className="cases-line-who">
        <strong>{name}</strong>
        <small>
          {say('number', { number: row.number })} · {row.brand.name}
        </small>
      </span>
      <span className="cases-line-what">
        <strong>{row.subject || say('noSubject')}</strong>
        <small>{row.excerpt}</small>
      </span>
      <Marks row={row} />
      <OwnerPair compact owner={row.owner} deputy={row.covered_by?.person ?? row.deputy} />
      <When row={row} waiting={waiting} />
    </Link>
  )
}

function When({ row, waiting }: { row: Listed; waiting: boolean }) {
  const say = useWords(words)
  return (
    <span className="cases-line-when">
      {row.channels.slice(0, 2).map((channel) => (
        <Icon key={channel} name={channelIcon(channel)} size={16} />
      ))}
      <span>
        {waiting && row.last_in_at && <span className="unseen">{say('waitsSince')} </span>}
        <Time at={waiting && row.last_in_at ? row.last_in_at : row.last_at} />
      </span>
    </span>
  )
}

function Marks({ row }: { row: Listed }) {
  const say = useWords(words)
  return (
    <span className="cases-line-marks">
      {row.stands === 'new' && <span className="unseen">{say('isNew')}</span>}
      <Urgency row={row} />
      {row.failed_at && (
        <Badge tone={row.failed_as === 'uncertain' ? 'promise' : 'danger'} icon="warning">
          {say(row.failed_as === 'uncertain' ? 'uncertain' : 'failed')}
        </Badge>
      )}
      <StoodIn row={row} />
      {row.hand_over_to && (
        <Badge tone="promise" icon="handover">
          {say('handOverTo')}
        </Badge>
      )}
      {row.suspected_at && row.status === 'open' && <Badge>{say('suspected')}</Badge>}
      {row.reason && <Badge>{row.reason.name}</Badge>}
      {row.status === 'closed' && <Badge icon="check">{say('closed')}</Badge>}
    </span>
  )
}

const urgencies = { low: 'neutral', normal: 'neutral', high: 'promise', urgent: 'danger' } as const
function Urgency({ row: { priority } }: { row: Listed }) {
  const say = useWords(words)
  if (priority === 'normal') return null
  return (
    <Badge tone={urgencies[priority]} icon={priorityIcons[priority] ?? 'sort'}>
      {say(`priority_${priority}`)}
    </Badge>
  )
}

// The owner is away: somebody stands in, or nobody does.
function StoodIn({ row: { away_until, covered_by, status } }: { row: Listed }) {
  const say = useWords(words)
  if (!away_until || status !== 'open') return null
  return (
    <Badge tone={covered_by ? 'info' : 'danger'} icon="people">
      {covered_by ? say('coveredLine', { name: covered_by.person.name }) : say('coveredNobody')}
    </Badge>
  )
}

// A case that is pointed at or walked to for a moment is read before it is opened.
function useForesight(id: Listed['id']) {
  const [eyed, setEyed] = useState(false)
  useEffect(() => {
    if (!eyed) return
    const wanted = { queryKey: keyOf(getCase, { id }), queryFn: () => send(getCase, { id }), staleTime: 30_000 }
    const timer = setTimeout(() => void queries.prefetchQuery(wanted), 120)
    return () => clearTimeout(timer)
  }, [eyed, id])
  return {
    onPointerEnter: () => setEyed(true),
    onPointerLeave: () => setEyed(false),
    onFocus: () => setEyed(true),
    onBlur: () => setEyed(false),
  }
}
