// Going from chat to chat by key: 1 to 9 and Alt with the arrows among one's own, N to whoever has waited longest. With Alt also while one writes.
import { useEffect, useEffectEvent } from 'react'
import { singleKeysOn } from '#ui/commands'
import { useCommands } from '#ui/keys'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import type { Chat } from '../../contract.ts'
import { words } from './words.ts'

type Walking = {
  waiting: readonly Chat[]
  mine: readonly Chat[]
  chosen: string | null
  open: (conversation: string) => void
}

export function useChatWalk({ waiting, mine, chosen, open }: Walking): void {
  const say = useWords(words)
  const group = say('group')
  const next = () => {
    const longest = waiting.find(({ conversation_id }) => conversation_id !== chosen) ?? waiting[0]
    if (longest) open(longest.conversation_id)
    else toast({ text: say('nextNone') })
  }
  const step = (by: 1 | -1) => {
    const at = mine.findIndex(({ conversation_id }) => conversation_id === chosen)
    const to = at < 0 ? mine.at(by === 1 ? 0 : -1) : mine[(at + by + mine.length) % mine.length]
    if (to) open(to.conversation_id)
  }
  const nth = (place: number) => {
    const to = mine[place - 1]
    if (to) open(to.conversation_id)
  }
  useCommands([
    { id: 'chats.next', label: say('next'), group, keys: 'n', icon: 'bell', run: next },
    {
      id: 'chats.down',
      label: say('switchDown'),
      group,
      keys: 'Alt+ArrowDown',
      icon: 'down',
      whileTyping: true,
      run: () => step(1),
    },
    { id: 'chats.up', label: say('switchUp'), group, keys: 'Alt+ArrowUp', icon: 'up', whileTyping: true, run: () => step(-1) },
    { id: 'chats.nth', label: say('nth'), group, keys: '1', icon: 'chat', run: () => nth(1) },
  ])
  useDigits(nth)
}

// By their place on the keyboard: on a French one the digits need Shift, and nobody should have to know that.
function useDigits(nth: (place: number) => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const place = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1]
    if (!place || event.ctrlKey || event.metaKey || event.defaultPrevented) return
    if (!event.altKey && (isTyping(event.target) || !singleKeysOn())) return
    event.preventDefault()
    nth(Number(place))
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent) => press(event)
    addEventListener('keydown', hear)
    return () => removeEventListener('keydown', hear)
  }, [])
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select, [role="dialog"] *'))
