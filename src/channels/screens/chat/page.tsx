import { useRouter, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { Drawer } from '#ui/dialog'
import { Skeleton } from '#ui/loading'
import { useWords } from '#ui/words'
import type { Chat, ChatState } from '../../contract.ts'
import { useChatWalk } from './chat-walk.ts'
import { BellMenu } from './bell/bell-menu.tsx'
import { NoChat } from './no-chat.tsx'
import { useGroup } from './lists/chats.ts'
import { keepFresh } from './lists/fresh.ts'
import { Groups } from './lists/groups.tsx'
import { OpenedChat } from './thread/open-chat.tsx'
import { useRemembered } from './remembered.ts'
import { words } from './words.ts'
import './chats.css'

const Beside = lazy(async () => ({ default: (await import('./beside/beside.tsx')).Beside }))
keepFresh()

const FOLDED: readonly ChatState[] = ['ended']

/** Several chats at once: who waits, whom one serves, the thread in the middle, who it is beside. */
export function ChatsPage() {
  const say = useWords(words)
  const { chat: chosen = null }: { chat?: string | null } = useSearch({ strict: false })
  const router = useRouter()
  const open = (conversation: string | null) =>
    void router.navigate({ to: '/chats', search: (conversation ? { chat: conversation } : {}) as never }) // the page of this room knows it
  const [folded, setFolded] = useRemembered('chats.folded', FOLDED)
  const isFolded = (state: ChatState) => folded.includes(state)
  const groups = [
    useGroup('waiting'),
    useGroup('mine'),
    useGroup('others', !isFolded('others')),
    useGroup('ended', !isFolded('ended')),
  ]
  const [waiting, mine] = groups
  const [isBeside, setBeside] = useRemembered<boolean>('chats.beside', true)
  const [sheet, setSheet] = useState(false)
  useChatWalk({ waiting: waiting?.chats ?? [], mine: mine?.chats ?? [], chosen, open })
  const onBeside = () => (isWide() ? setBeside(!isBeside) : setSheet(true))
  const fold = (state: ChatState) => setFolded(isFolded(state) ? folded.filter((each) => each !== state) : [...folded, state])
  const conversation = chosen as Chat['conversation_id'] | null // from the address; the server knows whether it is one
  return (
    <div className="chats-page" data-open={conversation !== null || undefined} data-beside={isBeside || undefined}>
      <h1 className="unseen">{say('title')}</h1>
      <div className="chats-side">
        <header className="chats-side-head">
          <strong aria-hidden="true">{say('title')}</strong>
          <small role="status">{waiting?.known ? say('countWaiting', { count: waiting.chats.length }) : ''}</small>
          <BellMenu />
        </header>
        <Groups groups={groups} folded={new Set(folded)} onFold={fold} chosen={conversation} />
      </div>
      <div className="chats-middle">
        {conversation ? (
          <OpenedChat key={conversation} conversation={conversation} isBeside={isBeside} onBeside={onBeside} />
        ) : (
          <NoChat groups={groups} />
        )}
      </div>
      {conversation && isBeside && (
        <aside className="chats-beside" aria-label={say('aside')}>
          <Suspense fallback={<Skeleton lines={6} />}>
            <Beside key={conversation} conversation={conversation} />
          </Suspense>
        </aside>
      )}
      <Drawer open={sheet && conversation !== null} onClose={() => setSheet(false)} title={say('aside')}>
        <Suspense fallback={<Skeleton lines={6} />}>{conversation && <Beside conversation={conversation} />}</Suspense>
      </Drawer>
    </div>
  )
}

const isWide = (): boolean => matchMedia('(min-width: 75rem)').matches
