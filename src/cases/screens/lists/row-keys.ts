// j and k walk the lines of the page wherever the focus is; Enter is the link's own.
import type { RefObject } from 'react'
import { useCommands } from '#ui/keys'
import { useWords } from '#ui/words'
import { words } from '../words.ts'

export function useRowKeys(room: RefObject<HTMLElement | null>): void {
  const say = useWords(words)
  const step = (by: 1 | -1) => () => walk(room.current, by)
  useCommands([
    { id: 'cases.next', label: say('next'), group: say('list'), keys: 'j', icon: 'down', run: step(1) },
    { id: 'cases.previous', label: say('previous'), group: say('list'), keys: 'k', icon: 'up', run: step(-1) },
  ])
}

function walk(room: HTMLElement | null, by: 1 | -1): void {
  const lines = [...(room?.querySelectorAll<HTMLElement>('[data-line]') ?? [])]
  const at = lines.findIndex((line) => line === document.activeElement)
  const to = at < 0 ? (by === 1 ? lines[0] : lines.at(-1)) : lines[Math.max(0, Math.min(lines.length - 1, at + by))]
  to?.focus()
  to?.scrollIntoView({ block: 'nearest' })
}
