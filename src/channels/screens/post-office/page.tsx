import { useNavigate, useSearch } from '@tanstack/react-router'
import { listEntryPoints } from '#brands/contract'
import { Page, Panel } from '#ui/layout'
import { freshOn } from '#ui/live'
import { useAsk, useAskPages } from '#ui/query'
import { Tabs } from '#ui/tabs'
import { useWords } from '#ui/words'
import { getOffice, getOutgoing, getReceipts, getTray, listLetters, listMailboxes } from '../../contract.ts'
import { Doors } from './doors.tsx'
import { Hours } from './hours.tsx'
import { Mailboxes } from './mailboxes.tsx'
import { Outgoing } from './outgoing.tsx'
import { TrayPanel } from './tray.tsx'
import { TryDoor } from './try-door.tsx'
import { words } from './words.ts'
import './post-office.css'

freshOn(
  ['mail.received', 'mail.in_tray', 'message.received', 'mailbox.changed'],
  [getReceipts, getOffice, getTray, listMailboxes],
)
freshOn(['message.queued', 'message.settled', 'message.cancelled'], [getOutgoing])
freshOn(['task.letter_settled'], [listLetters])

export function PostOfficePage() {
  const say = useWords(words)
  const navigate = useNavigate()
  const { tab } = useSearch({ strict: false })
  const [receipts, office] = [useAsk(getReceipts, {}), useAsk(getOffice, {})]
  const tray = useAskPages(getTray, {})
  const doors = useAsk(listEntryPoints, { kind: 'email' })
  const first = doors.data?.items[0]
  return (
    <Page title={say('title')} lead={say('lead')}>
      <Doors receipts={receipts} />
      <div className="post-pair">
        <Panel title={say('today')}>
          <Hours office={office} />
        </Panel>
        <Panel title={say('walk')}>{first && <TryDoor doors={doors.data?.items ?? []} />}</Panel>
      </div>
      <Tabs
        label={say('title')}
        chosen={typeof tab === 'string' ? tab : 'outgoing'}
        onChoose={(chosen) => void navigate({ to: '.', search: { tab: chosen } as never, replace: true })} // the page's own search, see rooms.tsx
        pages={[
          { id: 'outgoing', label: say('outgoing'), content: <Outgoing /> },
          { id: 'tray', label: say('trayTab'), ...(tray.items.length > 0 ? { count: tray.items.length } : {}), content: <TrayPanel tray={tray} /> },
          { id: 'mailboxes', label: say('mailboxes'), content: <Mailboxes doors={doors.data?.items ?? []} /> },
        ]}
      />
    </Page>
  ) // prettier-ignore
}
