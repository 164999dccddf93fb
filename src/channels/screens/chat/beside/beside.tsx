import { useQuery } from '@tanstack/react-query'
import { Suspense, useEffect } from 'react'
import { CaseSide } from '#cases/screens'
import { getCase } from '#cases/contract'
import { send } from '#ui/api'
import { ButtonLink } from '#ui/button'
import { Facts, Panel, Stack } from '#ui/layout'
import { live } from '#ui/live'
import { Skeleton } from '#ui/loading'
import { keyOf, queries, useAsk } from '#ui/query'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { getChat, type OpenChat } from '../../../contract.ts'
import { TrustBadge } from '../thread/trust-badge.tsx'
import { trustOf } from '../visitor.ts'
import { words as pageWords } from '../words.ts'
import { words } from './beside-words.ts'
import { Notes } from './notes.tsx'

/** Who it is and how far we know it, the page they look at, and all that stands beside their case. */
export function Beside({ conversation }: { conversation: OpenChat['conversation_id'] }) {
  const chat = useAsk(getChat, { conversation }).data
  if (!chat) return <Skeleton lines={6} />
  return (
    <Stack>
      <Who chat={chat} />
      <OfCase chat={chat} />
    </Stack>
  )
}

function Who({ chat }: { chat: OpenChat }) {
  const say = useWords(words)
  const sayPage = useWords(pageWords)
  const { proven, said } = chat.visitor
  const name = proven?.name || said?.name
  const email = proven?.email || said?.email
  const facts = [
    { name: say('name'), value: name || <span className="chats-unsaid">{say('notSaid')}</span> },
    { name: say('email'), value: email || <span className="chats-unsaid">{say('notSaid')}</span> },
    ...(chat.page ? [{ name: say('page'), value: <PageLink page={chat.page} /> }] : []),
    { name: say('site'), value: chat.entry_point.name },
    { name: say('language'), value: say(chat.language) },
    { name: say('since'), value: <Time at={chat.opened_at} /> },
    { name: say('serves'), value: chat.served_by?.name ?? <span className="chats-unsaid">{say('nobody')}</span> },
    { name: say('answersFor'), value: chat.owner.name },
  ]
  return (
    <Panel title={say('who')} actions={<TrustBadge chat={chat} />}>
      <p className="chats-trust-words">{sayPage(`${trustOf(chat.visitor)}Text`)}</p>
      <Facts facts={facts} />
      <ButtonLink icon="cases" size="small" href={`/desk/cases/${chat.case_id}`}>
        {say('openCase')}
      </ButtonLink>
    </Panel>
  )
}

// The visitor said where they are: shown as text, opened only on purpose, and without telling the site who comes.
function PageLink({ page }: { page: string }) {
  if (!/^https?:\/\//.test(page)) return <>{page}</>
  const { host, pathname } = new URL(page)
  return (
    <a href={page} target="_blank" rel="noopener noreferrer nofollow" title={page} className="chats-page-link">
      {host}
      {pathname === '/' ? '' : pathname}
    </a>
  )
}

// The case is read when its owner, subject or notes change, not with every line of the chat: `getCase` brings the whole story.
const CHANGES = ['case.owner_changed', 'case.closed', 'case.reopened', 'case.edited', 'note.added', 'case.hand_over_ended', 'customer.changed'] // prettier-ignore

function OfCase({ chat: { case_id: id } }: { chat: OpenChat }) {
  const key = [...keyOf(getCase), 'beside', id]
  const found = useQuery({ queryKey: key, queryFn: ({ signal }) => send(getCase, { id }, { signal }) }).data
  useEffect(
    () =>
      live.on(CHANGES, ({ case_id }) => {
        if (case_id === id) void queries.invalidateQueries({ queryKey: [...keyOf(getCase), 'beside', id] })
      }),
    [id],
  )
  if (!found) return <Skeleton lines={6} />
  return (
    <Suspense fallback={<Skeleton lines={6} />}>
      <Notes notes={found.notes} />
      <CaseSide found={found} />
    </Suspense>
  )
}
