import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { Refused } from '#ui/api'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { Icon } from '#ui/icon'
import { useCommands } from '#ui/keys'
import { Skeleton } from '#ui/loading'
import { useAsk } from '#ui/query'
import { useSayTyping } from '#ui/say-typing'
import { useWords } from '#ui/words'
import { getChat, type OpenChat } from '../../../contract.ts'
import { useEnd, useTake } from '../deeds.ts'
import { useHere } from '../here.ts'
import { useMe } from '../lists/chats.ts'
import { addressOf, nameOf } from '../visitor.ts'
import { words as pageWords } from '../words.ts'
import { Composer } from '../writing/composer.tsx'
import { ChatHead } from './head.tsx'
import { ThreadOf } from './thread.tsx'
import { words } from './thread-words.ts'

const QUIET_MILLISECONDS = 3_000 // without another key, one writes no more
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
  const name = nameOf(chat) || sayPage('visitorOf', { number: chat.case_number })
  const mine = chat.served_by !== null && chat.served_by.id === me?.id
  const writes = (mine || chat.over_at !== null) && chat.may.includes('reply')
  const focus = () => field.current?.focus()
  const taken = useRef(false)
  useEffect(() => {
    if (!taken.current || field.current === null) return
    taken.current = false // one took it to write: as soon as there is where
    field.current.focus()
  })
  const onTaken = () => {
    taken.current = field.current === null
    focus()
  }
  const { deeds, asking, setAsking } = useDeeds(chat, mine, onTaken)
  const sayTyping = useSayTyping(chat.case_id, QUIET_MILLISECONDS)
  useWindowName(name)
  useChatKeys({ ...deeds, write: writes ? focus : null, beside: onBeside })
  return (
    <section className="chats-open" aria-label={name}>
      {/* who may not write yet takes it below, where they would write */}
      <ChatHead
        chat={chat}
        name={name}
        me={me?.id}
        actions={{ ...deeds, take: writes ? deeds.take : null, beside: onBeside, isBeside }}
      />
      <ThreadOf key={chat.conversation_id} chat={chat} name={name} mine={mine} />
      <Standing chat={chat} />
      {writes ? (
        <Composer key={chat.conversation_id} chat={chat} name={name} field={field} sayTyping={sayTyping} />
      ) : (
        <NotMine chat={chat} take={deeds.take} />
      )}
      <Suspense>{asking === 'hand' && <HandOver chat={chat} onClose={() => setAsking(null)} />}</Suspense>
      {asking === 'end' && <Ending chat={chat} onClose={() => setAsking(null)} />}
    </section>
  )
}

type Deeds = { take: (() => void) | null; hand: (() => void) | null; end: (() => void) | null }

function useDeeds(chat: OpenChat, mine: boolean, onTaken: () => void) {
  const [asking, setAsking] = useState<'hand' | 'end' | null>(null)
  const take = useTake(chat, onTaken)
  const may = new Set(chat.may)
  const deeds: Deeds = {
    take: !mine && may.has('serve') ? take : null,
    hand: may.has('hand_over') ? () => setAsking('hand') : null,
    end: may.has('end') && chat.over_at === null ? () => setAsking('end') : null,
  }
  return { deeds, asking, setAsking }
}

/** That the chat is over, or the visitor gone, and what becomes of an answer. */
function Standing({ chat }: { chat: OpenChat }) {
  const say = useWords(words)
  const { online } = useHere(chat.conversation_id, chat.online)
  if (chat.over_at)
    return (
      <p className="chats-standing">
        <Icon name="check" size={16} />
        <span>
          <strong>{say('over')}</strong> {say('overText')}
        </span>
      </p>
    )
  if (online) return null
  return (
    <p className="chats-standing">
      <Icon name="out" size={16} />
      <span>
        {chat.left_at && <strong>{say('saidGoodbye')} </strong>}
        {say(addressOf(chat.visitor) ? 'offlineText' : 'offlineNoMail')}
      </span>
    </p>
  )
}

function NotMine({ chat, take }: { chat: OpenChat; take: (() => void) | null }) {
  const say = useWords(words)
  return (
    <div className="chats-not-mine">
      <span>{chat.served_by ? say('otherServes', { name: chat.served_by.name }) : say('nobodyServes')}</span>
      {take && (
        <Button tone={chat.served_by ? 'plain' : 'primary'} icon="take" keys="T" onPress={take}>
          {chat.served_by ? say('takeOver') : say('take')}
        </Button>
      )}
    </div>
  )
}

function Ending({ chat, onClose }: { chat: OpenChat; onClose: () => void }) {
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

type Keyed = Deeds & { write: (() => void) | null; beside: () => void }

function useChatKeys({ take, hand, end, write, beside }: Keyed): void {
  const say = useWords(pageWords)
  const group = say('group')
  useCommands([
    ...(take ? [{ id: 'chat.take', label: say('take'), group, keys: 't', icon: 'take', run: take } as const] : []),
    ...(hand ? [{ id: 'chat.hand', label: say('hand'), group, keys: 'b', icon: 'handover', run: hand } as const] : []),
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
