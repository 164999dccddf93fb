/** @jsxImportSource preact */
// What was said, oldest first. New words are read out; whoever reads further up is not pulled down.
import { alive } from '../alive.ts'
import { change, type Chat } from '../chat.ts'
import { dayIn, dayOf } from '../moments.ts'
import { stretches, type Stretch } from '../rules/stretches.ts'
import { readAll } from '../speak.ts'
import { speaking } from '../words/speak.ts'
import { FaceOf } from './face.tsx'
import { Saying } from './saying.tsx'
import { Standing } from './standing.tsx'
import { Welcome } from './welcome.tsx'

const NEAR_PIXELS = 60

export const Thread = alive<{ chat: Chat }, { isLow: boolean }>({
  first: () => ({ isLow: true }),
  mounted: (element, { chat }) => {
    const look = (): void => lookAt(element, chat)
    const box = boxOf(element)
    const isBegun = (): boolean => element.dataset['count'] !== '0' // a greeting is read from its beginning
    const sizes = new ResizeObserver(() => isBegun() && isLow(box) && toEnd(box)) // a picture came, the composer grew, a keyboard rose
    for (const each of [box, ...box.children]) sizes.observe(each)
    document.addEventListener('visibilitychange', look)
    return () => {
      sizes.disconnect()
      document.removeEventListener('visibilitychange', look)
    }
  },
  drawn: (element, { chat }) => {
    const box = boxOf(element)
    if (box.clientHeight === 0) return // not shown yet
    const { messages, outbox } = chat.state.conversation
    const count = String(messages.length + outbox.length)
    if (count !== '0' && count !== element.dataset['count'] && (isLow(box) || outbox.length > 0)) toEnd(box)
    element.dataset['count'] = count
    lookAt(element, chat)
  },
  view: ({ chat }, { isLow: isAtEnd, set, root }) => {
    const { conversation, language } = chat.state
    const { messages, outbox } = conversation
    const say = speaking(language)
    const laid = stretches({ messages, outbox, dayOf })
    const lastMine = messages.findLast(({ from }) => from === 'visitor')?.seq ?? 0
    return (
      <div class="middle" ref={root}>
        <div
          class="thread"
          role="log"
          aria-live="polite"
          aria-label={say('thread')}
          tabIndex={0}
          onScroll={({ currentTarget }) => {
            noteScroll(currentTarget)
            set({ isLow: isLow(currentTarget) })
            if (isNear(currentTarget)) readAll(chat)
          }}
        >
          <div class="all-said">
            {conversation.older && <p class="aside">{say('older')}</p>}
            {laid.length > 0 && <Kept chat={chat} />}
            {laid.length === 0 && <Welcome chat={chat} />}
            {laid.map((stretch) => (
              <StretchOf key={stretch.key} stretch={stretch} chat={chat} lastMine={lastMine} />
            ))}
            <Standing chat={chat} />
          </div>
        </div>
        {!isAtEnd && messages.length > 0 && (
          <button
            type="button"
            class="lower"
            onClick={({ currentTarget }) => {
              const box = currentTarget.previousElementSibling
              if (box) toEnd(box)
            }}
          >
            {say('newBelow')} ↓
          </button>
        )}
      </div>
    )
  },
})

const toEnd = (box: Element): void => box.scrollTo({ top: box.scrollHeight })
const boxOf = (element: HTMLElement): HTMLElement => element.firstElementChild as HTMLElement // the view above
const isNear = ({ scrollHeight, scrollTop, clientHeight }: Element): boolean =>
  scrollHeight - scrollTop - clientHeight < NEAR_PIXELS
const isLow = (box: HTMLElement): boolean => box.dataset['low'] !== 'false' // as it was before the news made it longer

// Whoever scrolls up has left the end; what makes the thread longer has not moved them.
function noteScroll(box: HTMLElement): void {
  const isUp = box.scrollTop < Number(box.dataset['top'] ?? 0)
  if (isNear(box)) box.dataset['low'] = 'true'
  else if (isUp) box.dataset['low'] = 'false'
  box.dataset['top'] = String(box.scrollTop)
}

function lookAt(element: HTMLElement, chat: Chat): void {
  if (isLow(boxOf(element))) readAll(chat)
}

function StretchOf({ stretch, chat, lastMine }: { stretch: Stretch; chat: Chat; lastMine: number }) {
  const { day, from, by, said } = stretch
  const { language } = chat.state
  return (
    <>
      {day !== null && (
        <p class="day">
          <span>{dayIn(day, language)}</span>
        </p>
      )}
      <div class={`stretch ${from}`}>
        {from === 'agent' && by && <FaceOf face={by} base={chat.site.base} />}
        <div class="said">
          <span class={from === 'agent' ? 'by' : 'unseen'}>
            {by?.name ?? speaking(language)(from === 'visitor' ? 'you' : 'house')}
          </span>
          {said.map((each, place) => (
            <Saying
              key={each.key}
              said={each}
              chat={chat}
              isLast={place === said.length - 1}
              isLastOfMine={each.seq === lastMine}
            />
          ))}
        </div>
      </div>
    </>
  )
}

const Kept = ({ chat }: { chat: Chat }) => {
  const say = speaking(chat.state.language)
  return (
    <p class="aside">
      {say('kept')}{' '}
      <button type="button" class="link" onClick={() => change(chat, { view: 'options' })}>
        {say('forget')}
      </button>
    </p>
  )
}
