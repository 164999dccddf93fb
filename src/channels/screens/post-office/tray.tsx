import { useNavigate } from '@tanstack/react-router'
import type { z } from 'zod'
import { Button, ButtonLink } from '#ui/button'
import { Confirm } from '#ui/confirm'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { Icon } from '#ui/icon'
import { Panel } from '#ui/layout'
import { useSend } from '#ui/query'
import { FileSize, Time } from '#ui/time'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { deleteTraySlip, getReceipts, getTray, postTrayCase, postTrayRetry, type slipShape } from '../../contract.ts'
import { words } from './words.ts'

type Slip = z.infer<typeof slipShape>
type Listed = { items: Slip[]; error: Error | null; refetch: () => unknown }

/** What could not be filed. Somebody owns it: nothing leaves the tray but by a hand. */
export function TrayPanel({ tray }: { tray: Listed }) {
  const say = useWords(words)
  if (tray.error) return <Failure error={tray.error} onRetry={() => void tray.refetch()} />
  return (
    <Panel flush>
      {tray.items.length === 0 ? (
        <Empty drawing="calm" title={say('trayEmpty')}>
          {say('trayEmptyText')}
        </Empty>
      ) : (
        <ul className="post-slips">
          {tray.items.map((slip) => (
            <OneSlip key={slip.id} slip={slip} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

function OneSlip({ slip }: { slip: Slip }) {
  const say = useWords(words)
  return (
    <li className="post-slip">
      <Icon name="warning" />
      <div className="post-slip-words">
        <strong>{say(slip.why)}</strong>
        <small>
          {slip.from ?? say('nobody')} → {slip.entry_point.name} · <Time at={slip.received_at} /> · <FileSize bytes={slip.size} />
        </small>
        {slip.detail && <small className="post-slip-detail">{slip.detail}</small>}
      </div>
      <SlipActions slip={slip} />
    </li>
  )
}

function SlipActions({ slip }: { slip: Slip }) {
  const say = useWords(words)
  const navigate = useNavigate()
  const stale = [getTray, getReceipts]
  const retry = useSend(postTrayRetry, { refetch: stale, onDone: () => toast({ text: say('retried') }) })
  const aside = useSend(deleteTraySlip, { refetch: stale, onDone: () => toast({ text: say('setAside') }) })
  const asCase = useSend(postTrayCase, { refetch: stale, onDone: ({ case_id }) => void navigate({ href: `/cases/${case_id}` }) })
  return (
    <div className="post-slip-actions">
      {slip.has_original && (
        <>
          <ButtonLink size="small" icon="download" href={`/api/v1/tray/${slip.id}/original`} target="_blank">
            {say('original')}
          </ButtonLink>
          <Button size="small" icon="refresh" busy={retry.isPending} onPress={() => retry.mutate({ id: slip.id })}>
            {say('retry')}
          </Button>
          <Button size="small" icon="cases" busy={asCase.isPending} onPress={() => asCase.mutate({ id: slip.id })}>
            {say('openCase')}
          </Button>
        </>
      )}
      <Confirm size="small" tone="quiet" label={say('aside')} question={say('asideQuestion')} yes={say('yesAside')} onYes={() => aside.mutate({ id: slip.id })} />
    </div>
  ) // prettier-ignore
}
