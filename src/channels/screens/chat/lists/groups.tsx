import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, type KeyboardEvent } from 'react'
import { Button } from '#ui/button'
import { Count } from '#ui/badge'
import { Icon } from '#ui/icon'
import { Skeleton } from '#ui/loading'
import { useWords } from '#ui/words'
import type { Chat, ChatState } from '../../../contract.ts'
import { words } from '../words.ts'
import type { Group } from './chats.ts'
import { Row } from './row.tsx'

type Item = { kind: 'head'; state: ChatState } | { kind: 'none'; state: ChatState } | { kind: 'more'; state: ChatState } | { kind: 'chat'; state: ChatState; chat: Chat; nth: number | null } // prettier-ignore
type Listing = {
  groups: readonly Group[]
  folded: ReadonlySet<ChatState>
  onFold: (state: ChatState) => void
  chosen: string | null
}

const HEIGHTS = { head: 40, none: 44, more: 48, chat: 72 } as const // pixels
const NTH = 9

/** All the chats one may see, in groups, of which only the rows in sight exist. Arrows walk from row to row. */
export function Groups({ groups, folded, onFold, chosen }: Listing) {
  const say = useWords(words)
  const room = useRef<HTMLDivElement>(null)
  const items = itemsOf(groups, folded)
  // oxlint-disable-next-line react/incompatible-library -- the compiler is not used here; its advice does not apply
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => room.current,
    estimateSize: (index) => HEIGHTS[items[index]?.kind ?? 'chat'],
    getItemKey: (index) => keyOfItem(items[index]),
    overscan: 10,
  })
  const shape = items.map(({ kind }) => kind).join(' ')
  useEffect(() => virtual.measure(), [virtual, shape]) // rows of another height stand where others stood
  useChosenInSight(virtual.scrollToIndex, items.findIndex((item) => item.kind === 'chat' && item.chat.conversation_id === chosen)) // prettier-ignore
  const seen = virtual.getVirtualItems().flatMap((place) => {
    const item = items[place.index]
    return item ? [{ item, place }] : []
  })
  if (groups.every(({ known, error }) => !known && !error)) return <Skeleton lines={6} kind="rows" />
  return (
    <div className="chats-groups" ref={room} onKeyDown={walk} role="group" aria-label={say('list')} tabIndex={-1}>
      <div className="chats-groups-all" style={{ blockSize: virtual.getTotalSize() }}>
        {groups.map((group) => {
          const own = seen.filter(({ item }) => item.state === group.state)
          const at = (place: { start: number; size: number }) => ({ blockSize: place.size, translate: `0 ${place.start}px` })
          const aside = (some: typeof own) =>
            some.map(({ item, place }) =>
              item.kind === 'chat' ? null : (
                <div key={item.kind} className="chats-item" style={at(place)}>
                  <Aside kind={item.kind} group={group} folded={folded.has(group.state)} onFold={onFold} />
                </div>
              ),
            )
          return (
            <section key={group.state}>
              {aside(own.filter(({ item }) => item.kind === 'head' || item.kind === 'none'))}
              {own.some(({ item }) => item.kind === 'chat') && (
                <ul aria-label={say(group.state)}>
                  {own.map(({ item, place }) =>
                    item.kind === 'chat' ? (
                      <li key={item.chat.conversation_id} className="chats-item" style={at(place)}>
                        <Row chat={item.chat} state={group.state} chosen={item.chat.conversation_id === chosen} nth={item.nth} />
                      </li>
                    ) : null,
                  )}
                </ul>
              )}
              {aside(own.filter(({ item }) => item.kind === 'more'))}
            </section>
          )
        })}
      </div>
    </div>
  )
}

type Beside = { kind: 'head' | 'none' | 'more'; group: Group; folded: boolean; onFold: (state: ChatState) => void }

function Aside({ kind, group: { state, chats, hasMore, more }, folded, onFold }: Beside) {
  const say = useWords(words)
  const id = useId()
  if (kind === 'none') return <p className="chats-none">{say(state === 'waiting' ? 'noWaiting' : 'noMine')}</p>
  if (kind === 'more')
    return (
      <Button size="small" tone="quiet" icon="down" onPress={more}>
        {say('more')}
      </Button>
    )
  return (
    <h2 className="chats-group-head" id={id}>
      <button type="button" aria-expanded={!folded} onClick={() => onFold(state)}>
        <Icon name={folded ? 'right' : 'down'} size={14} />
        {say(state)}
        {chats.length > 0 && (
          <>
            <Count value={chats.length} tone={state === 'waiting' ? 'promise' : 'neutral'} />
            {hasMore && '+'}
          </>
        )}
      </button>
    </h2>
  )
}

function itemsOf(groups: readonly Group[], folded: ReadonlySet<ChatState>): Item[] {
  return groups.flatMap(({ state, chats, known, hasMore }): Item[] => {
    const teaches = state === 'waiting' || state === 'mine'
    if (!teaches && state !== 'ended' && chats.length === 0) return []
    if (folded.has(state)) return [{ kind: 'head', state }]
    return [
      { kind: 'head', state },
      ...(known && chats.length === 0 ? [{ kind: 'none', state } as const] : []),
      ...chats.map((chat, place): Item => ({
        kind: 'chat',
        state,
        chat,
        nth: state === 'mine' && place < NTH ? place + 1 : null,
      })),
      ...(hasMore ? [{ kind: 'more', state } as const] : []),
    ]
  })
}

const keyOfItem = (item: Item | undefined): string =>
  item === undefined ? '' : item.kind === 'chat' ? item.chat.conversation_id : `${item.state} ${item.kind}`

// The chat one has gone to by a key is brought into sight; the wheel is left alone.
function useChosenInSight(bring: (index: number) => void, index: number): void {
  const before = useRef(-1)
  useEffect(() => {
    if (index >= 0 && before.current !== index) bring(index)
    before.current = index
  }, [bring, index])
}

// Up and down go from row to row without losing the focus; the rest is the browser's.
function walk(event: KeyboardEvent<HTMLDivElement>): void {
  if (event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('.chats-row, .chats-group-head > button')]
  const at = rows.indexOf(event.target as HTMLElement) // keys are heard where the focus is
  const to = rows[at + (event.key === 'ArrowDown' ? 1 : -1)]
  if (at < 0 || !to) return
  event.preventDefault()
  to.focus()
  to.scrollIntoView({ block: 'nearest' })
}
