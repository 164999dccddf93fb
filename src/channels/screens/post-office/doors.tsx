import type { UseQueryResult } from '@tanstack/react-query'
import type { z } from 'zod'
import { Badge } from '#ui/badge'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { Icon } from '#ui/icon'
import { Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { Amount, Time } from '#ui/time'
import { useWords } from '#ui/words'
import type { receiptsShape } from '../../contract.ts'
import { words } from './words.ts'

type Door = z.infer<typeof receiptsShape>

/** Per door: received = filed + in the tray (+ on its way). The eye sees it before the head has added it up. */
export function Doors({ receipts }: { receipts: UseQueryResult<{ items: Door[] }> }) {
  const say = useWords(words)
  if (receipts.error) return <Failure error={receipts.error} onRetry={() => void receipts.refetch()} />
  if (!receipts.data) return <Skeleton kind="rows" />
  if (receipts.data.items.length === 0)
    return (
      <Panel>
        <Empty drawing="letter" title={say('noDoors')}>
          {say('noDoorsText')}
        </Empty>
      </Panel>
    )
  return (
    <ul className="post-doors" aria-label={say('doors')}>
      {receipts.data.items.map((door) => (
        <li key={`${door.door} ${door.entry_point.id}`}>
          <OneDoor door={door} />
        </li>
      ))}
    </ul>
  )
}

const icons = { imap: 'tray', lmtp: 'door', smtp: 'door', chat: 'chat', form: 'form' } as const

function kindOf(door: string): keyof typeof icons {
  if (door.startsWith('imap')) return 'imap'
  return door === 'lmtp' || door === 'chat' || door === 'form' ? door : 'smtp'
}

function OneDoor({ door }: { door: Door }) {
  const say = useWords(words)
  const { received, filed, in_tray: tray, waiting } = door
  const missing = received - filed - tray - waiting
  const kind = kindOf(door.door)
  return (
    <article className="post-door">
      <header>
        <Icon name={icons[kind]} />
        <div>
          <h2>{door.entry_point.name}</h2>
          <small>
            {say(kind)}
            {door.entry_point.address && ` · ${door.entry_point.address}`}
          </small>
        </div>
        {missing === 0 ? (
          <Badge tone="good" icon="check">
            {say('balances')}
          </Badge>
        ) : (
          <Badge tone="danger" icon="warning">
            {say('unbalanced', { count: missing })}
          </Badge>
        )}
      </header>
      <Balance door={door} />
      <p className="post-sum">
        {say('balanceText', { received, filed, tray })}
        {waiting > 0 && say('balanceWaiting', { waiting })}
      </p>
      {door.last_at && (
        <p className="post-last">
          {say('last')} <Time at={door.last_at} />
        </p>
      )}
    </article>
  )
}

/** Two beams of one length: what came above, what became of it below. */
function Balance({ door }: { door: Door }) {
  const say = useWords(words)
  const parts = [['filed', door.filed], ['tray', door.in_tray], ['waiting', door.waiting]] as const // prettier-ignore
  const share = (count: number) => ({ inlineSize: `${door.received === 0 ? 0 : (count / door.received) * 100}%` })
  return (
    <div className="post-balance" aria-hidden="true">
      <p>
        <strong>
          <Amount value={door.received} />
        </strong>{' '}
        {say('received', { count: door.received })}
      </p>
      <div>
        <span data-kind="received" style={{ inlineSize: '100%' }} />
      </div>
      <div>{parts.map(([kind, count]) => count > 0 && <span key={kind} data-kind={kind} style={share(count)} />)}</div>
    </div>
  )
}
