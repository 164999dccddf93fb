import { useState } from 'react'
import type { z } from 'zod'
import type { entryPointShape } from '#brands/contract'
import { Badge, type BadgeTone } from '#ui/badge'
import { Button } from '#ui/button'
import { Confirm } from '#ui/confirm'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { Icon } from '#ui/icon'
import { useLanguage } from '#ui/language'
import { Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk, useSend } from '#ui/query'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { deleteMailbox, listMailboxes, type mailboxShape } from '../../contract.ts'
import { AddMailbox } from './add-mailbox.tsx'
import { words } from './words.ts'

type Mailbox = z.infer<typeof mailboxShape>

export function Mailboxes({ doors }: { doors: readonly z.infer<typeof entryPointShape>[] }) {
  const say = useWords(words)
  const [adding, setAdding] = useState(false)
  const { data, error, refetch } = useAsk(listMailboxes, {})
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton kind="rows" />
  const add = (
    <Button tone="primary" icon="plus" onPress={() => setAdding(true)}>
      {say('add')}
    </Button>
  )
  return (
    <>
      {data.items.length === 0 ? (
        <Panel>
          <Empty drawing="letter" title={say('noMailboxes')} action={add}>
            {say('noMailboxesText')}
          </Empty>
        </Panel>
      ) : (
        <Panel flush title={say('mailboxes')} actions={add}>
          <ul className="post-slips">
            {data.items.map((mailbox) => (
              <One key={mailbox.id} mailbox={mailbox} />
            ))}
          </ul>
        </Panel>
      )}
      {adding && <AddMailbox doors={doors} onClose={() => setAdding(false)} />}
    </>
  )
}

function One({ mailbox }: { mailbox: Mailbox }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const remove = useSend(deleteMailbox, { refetch: [listMailboxes] })
  return (
    <li className="post-slip">
      <Icon name="mail" />
      <div className="post-slip-words">
        <strong>
          {mailbox.user} · {mailbox.folder}
        </strong>
        <small>
          {mailbox.host} → {mailbox.entry_point.name} ·{' '}
          {mailbox.last_mail_at ? (
            <>
              {say('lastMail')} <Time at={mailbox.last_mail_at} />
            </>
          ) : (
            say('neverMail')
          )}
        </small>
        {mailbox.health?.error && <small className="post-slip-detail">{mailbox.health.error[spoken]}</small>}
      </div>
      <div className="post-slip-actions">
        <Health health={mailbox.health} />
        <Confirm
          size="small" tone="quiet" label={say('remove')} question={say('removeQuestion')} yes={say('yesRemove')}
          onYes={() => remove.mutate({ id: mailbox.id })}
        />
      </div>
    </li>
  ) // prettier-ignore
}

const tones: Record<string, BadgeTone> = {
  watching: 'good',
  backfilling: 'info',
  connecting: 'info',
  waiting: 'promise',
  refused: 'danger',
}

function Health({ health }: { health: Mailbox['health'] }) {
  const say = useWords(words)
  if (!health) return <Badge>{say('notYet')}</Badge>
  return (
    <Badge tone={health.dead ? 'danger' : (tones[health.state] ?? 'neutral')}>
      {say(health.state === 'waiting' ? 'mailboxWaiting' : health.state)}
      {health.behind !== null && health.behind > 0 && ` · ${say('behind', { count: health.behind })}`}
    </Badge>
  )
}
