import { useRouter, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState, useSyncExternalStore } from 'react'
import { Drawer } from '#ui/dialog'
import { Skeleton } from '#ui/loading'
import { useWords } from '#ui/words'
import type { Chat, ChatState } from '../../contract.ts'
import { useChatWalk } from './chat-walk.ts'
import { BellMenu } from './bell/bell-menu.tsx'
import { NoChat } from './no-chat.tsx'
import { useGroup, type Group } from './lists/chats.ts'
import { keepFresh } from './lists/fresh.ts'
import { Groups } from './lists/groups.tsx'
import { OpenedChat } from './thread/open-chat.tsx'
import { useRemembered } from '#ui/remembered'
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
  const { folded, isFolded, fold } = useFolding()
  const [waiting, mine] = [useGroup('waiting'), useGroup('mine')]
  const [others, ended] = [useGroup('others', !isFolded('others')), useGroup('ended', !isFolded('ended'))]
  const groups = [waiting, mine, others, ended]
  const [isBeside, setBeside] = useRemembered<boolean>('chats.beside', true)
  const [sheet, setSheet] = useState(false)
  useChatWalk({ waiting: waiting.chats, mine: mine.chats, chosen, open })
  const isWide = useWide()
  const onBeside = () => (isWide ? setBeside(!isBeside) : setSheet(true))
  const conversation = chosen as Chat['conversation_id'] | null // from the address; the server knows whether it is one
  return (
    <div
      className="chats-page"
      data-none={isNone(groups) || undefined}
      data-open={conversation !== null || undefined}
      data-beside={(isBeside && isWide) || undefined}
    >
      <h1 className="unseen">{say('title')}</h1>
      <div className="chats-side">
        <header className="chats-side-head">
          <strong aria-hidden="true">{say('title')}</strong>
          <small role="status">{waiting.known ? say('countWaiting', { count: waiting.chats.length }) : ''}</small>
          <BellMenu />
        </header>
        <Groups groups={groups} folded={new Set(folded)} onFold={fold} chosen={conversation} />
      </div>
      <div className="chats-middle">
        {conversation ? (
          <OpenedChat key={conversation} conversation={conversation} isBeside={isWide ? isBeside : sheet} onBeside={onBeside} />
        ) : (
          <NoChat groups={groups} />
        )}
      </div>
      {conversation && (
        <BesideOf conversation={conversation} column={isBeside && isWide} sheet={sheet} onClose={() => setSheet(false)} />
      )}
    </div>
  )
}

const isNone = (groups: readonly Group[]): boolean => groups.every(({ chats }) => chats.length === 0)

function useFolding() {
  const [folded, setFolded] = useRemembered('chats.folded', FOLDED)
  const isFolded = (state: ChatState) => folded.includes(state)
  const fold = (state: ChatState) => setFolded(isFolded(state) ? folded.filter((each) => each !== state) : [...folded, state])
  return { folded, isFolded, fold }
}

type Placing = { conversation: Chat['conversation_id']; column: boolean; sheet: boolean; onClose: () => void }

// A column where there is room for one, a sheet where there is not.
function BesideOf({ conversation, column, sheet, onClose }: Placing) {
  const say = useWords(words)
  const beside = (
    <Suspense fallback={<Skeleton lines={6} />}>
      <Beside key={conversation} conversation={conversation} />
    </Suspense>
  )
  return (
    <>
      {column && (
        <aside className="chats-beside" aria-label={say('aside')}>
          {beside}
        </aside>
      )}
      <Drawer open={sheet} onClose={onClose} title={say('aside')}>
        {beside}
      </Drawer>
    </>
  )
}

const wide = matchMedia('(min-width: 75rem)') // as in the style sheet
const useWide = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      wide.addEventListener('change', listener)
      return () => wide.removeEventListener('change', listener)
    },
    () => wide.matches,
  )
