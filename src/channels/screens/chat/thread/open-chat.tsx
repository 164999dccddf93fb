import { lazy, Suspense, useEffect, useRef, useState, type RefObject } from 'react'
import { Refused } from '#ui/api'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { Icon } from '#ui/icon'
import { useCommands } from '#ui/keys'
import { Skeleton } from '#ui/loading'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import { getChat, type OpenChat } from '../../../contract.ts'
import { useEnd, useTake } from '../deeds.ts'
import { useHere } from '../here.ts'
import { useMe } from '../lists/chats.ts'
import { addressOf, nameOf } from '../visitor.ts'
import { words as pageWords } from '../words.ts'
import { Composer } from '../writing/composer.tsx'
import { ChatHead } from './head.tsx'
import { useSayTyping } from './looking.ts'
import { ThreadOf } from './thread.tsx'
import { words } from './thread-words.ts'

const HandOver = lazy(async () => ({ default: (await import('./hand-over.tsx')).HandOver }))
type Opening = { conversation: OpenChat['conversation_id']; isBeside: boolean; onBeside: () => void }

/** One chat in the middle of the page. */
export function OpenedChat({ conversation, isBeside, onBeside }: Opening) {
  const say = useWords(pageWords)
  const found = useAsk(getChat, { conversation })
  if (found.data) return <Opened chat={found.data} isBeside={isBeside} onBeside={onBeside} />
  if (found.error instanceof Refused && found.error.status < 500)
    return (
      <Empty drawing="lost" title={say('goneTitle')}>
        {say('goneText')}
      </Empty>
    )
  if (found.error) return <Failure error={found.error} onRetry={() => void found.refetch()} />
  return (
    <div className="chats-loading">
      <Skeleton lines={8} />
    </div>
  )
}

function Opened({ chat, isBeside, onBeside }: { chat: OpenChat } & Omit<Opening, 'conversation'>) {
  const sayPage = useWords(pageWords)
  const me = useMe()
  const field = useRef<HTMLTextAreaElement>(null)
  const [asking, setAsking] = useState<'hand' | 'end' | null>(null)
  const name = nameOf(chat) || sayPage('visitorOf', { number: chat.case_number })
  const mine = chat.served_by !== null && chat.served_by.id === me?.id
  const taking = useTake(() => requestAnimationFrame(() => field.current?.focus()))
  const may = new Set(chat.may)
  const take = !mine && may.has('serve') ? () => taking.take(chat.conversation_id) : null
  const hand = may.has('hand_over') ? () => setAsking('hand') : null
  const end = may.has('end') && chat.over_at === null ? () => setAsking('end') : null
  const sayTyping = useSayTyping(chat.case_id)
  useWindowName(name)
  const write = mine || chat.over_at !== null ? () => field.current?.focus() : null
  useChatKeys({ take, hand, end, write, beside: onBeside })
  const actions = { take, hand, end, beside: onBeside, isBeside, busy: taking.busy }
  return (
    <section className="chats-open" aria-label={name}>
      <ChatHead chat={chat} name={name} me={me?.id} actions={actions} />
      <ThreadOf key={chat.conversation_id} chat={chat} name={name} mine={mine} />
      <Standing chat={chat} />
      {(mine || chat.over_at !== null) && may.has('reply') ? (
        <Composer key={chat.conversation_id} chat={chat} name={name} field={field} sayTyping={sayTyping} />
      ) : (
        <NotMine chat={chat} take={take} busy={taking.busy} />
      )}
      <Suspense>{asking === 'hand' && <HandOver chat={chat} onClose={() => setAsking(null)} />}</Suspense>
      {asking === 'end' && <Ending chat={chat} onClose={() => setAsking(null)} field={field} />}
    </section>
  )
}

/** That the chat is over, or the visitor gone, and what becomes of an answer. */
function Standing({ chat }: { chat: OpenChat }) {
  const say = useWords(words)
  const { online } = useHere(chat.conversation_id, chat.online)
  if (chat.over_at)
    return (
      <p className="chats-standing">
        <Icon name="check" size={16} /> <strong>{say('over')}</strong> {say('overText')}
      </p>
    )
  if (online) return null
  return (
    <p className="chats-standing">
      <Icon name="out" size={16} /> {say(addressOf(chat.visitor) ? 'offlineText' : 'offlineNoMail')}
    </p>
  )
}

function NotMine({ chat, take, busy }: { chat: OpenChat; take: (() => void) | null; busy: boolean }) {
  const say = useWords(words)
  return (
    <div className="chats-not-mine">
      <span>{chat.served_by ? say('otherServes', { name: chat.served_by.name }) : say('nobodyServes')}</span>
      {take && (
        <Button tone={chat.served_by ? 'plain' : 'primary'} icon="take" keys="T" busy={busy} onPress={take}>
          {chat.served_by ? say('takeOver') : say('take')}
        </Button>
      )}
    </div>
  )
}

type Ended = { chat: OpenChat; onClose: () => void; field: RefObject<HTMLTextAreaElement | null> }

function Ending({ chat, onClose }: Ended) {
  const say = useWords(words)
  const { busy, end } = useEnd(chat)
  const sure = () => {
    end()
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('endTitle')}
      size="small"
      foot={
        <>
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button tone="primary" icon="check" busy={busy} onPress={sure} autoFocus>
            {say('endYes')}
          </Button>
        </>
      }
    >
      <p>{say('endText')}</p>
    </Dialog>
  )
}

type Keyed = { take: (() => void) | null; hand: (() => void) | null; end: (() => void) | null; write: (() => void) | null; beside: () => void } // prettier-ignore

function useChatKeys({ take, hand, end, write, beside }: Keyed): void {
  const say = useWords(pageWords)
  const group = say('group')
  useCommands([
    ...(take ? [{ id: 'chat.take', label: say('take'), group, keys: 't', icon: 'take', run: take } as const] : []),
    ...(hand ? [{ id: 'chat.hand', label: say('hand'), group, keys: 'h', icon: 'handover', run: hand } as const] : []),
    ...(end ? [{ id: 'chat.end', label: say('end'), group, keys: 'x', icon: 'check', run: end } as const] : []),
    ...(write ? [{ id: 'chat.write', label: say('write'), group, keys: 'r', icon: 'reply', run: write } as const] : []),
    { id: 'chat.beside', label: say('beside'), group, keys: 'i', icon: 'info', run: beside },
  ])
}

function useWindowName(name: string): void {
  useEffect(() => {
    document.title = `${name} · Guichet`
  }, [name])
}
