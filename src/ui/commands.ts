// What can be done now, by key or by name. Components announce their commands while they stand; the help sheet, the palette and
// the keyboard all read this one list.
import type { IconName } from './icon-paths.ts'

export type Command = {
  id: string
  label: string
  group: string
  keys?: string // 'r', 'Shift+a', 'Mod+Enter' (Mod is ⌘ on a Mac, Ctrl elsewhere), 'g m' (one after the other)
  icon?: IconName
  whileTyping?: boolean // also when a field has the focus; only sensible with Mod
  run: () => void
}

const listeners = new Set<() => void>()
let current: readonly Command[] = []
let singleKeys = typeof localStorage === 'undefined' || localStorage.getItem('guichet.single-keys') !== 'off'

export const commands = (): readonly Command[] => current
export const singleKeysOn = (): boolean => singleKeys

export function announce(more: readonly Command[]): () => void {
  change([...current, ...more])
  return () => change(current.filter((command) => !more.includes(command)))
}

/** Single keys can be turned off (WCAG 2.2, 2.1.4): who dictates would otherwise set them off. */
export function chooseSingleKeys(on: boolean): void {
  singleKeys = on
  localStorage.setItem('guichet.single-keys', on ? 'on' : 'off')
  change([...current])
}

export function listenCommands(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function change(to: readonly Command[]): void {
  current = to
  for (const listener of listeners) listener()
}

export type Stroke = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean }

/** The spelling of a stroke: 'r', 'Shift+Enter', 'Mod+k', '?'. A sign that needs Shift is spelled by itself. */
export function spell({ key, ctrlKey, metaKey, altKey, shiftKey }: Stroke): string {
  const letter = key.length === 1 ? key.toLowerCase() : key
  const shifted = shiftKey && (key.length > 1 || /\p{L}/u.test(key))
  return [ctrlKey || metaKey ? 'Mod' : '', altKey ? 'Alt' : '', shifted ? 'Shift' : '', letter].filter(Boolean).join('+')
}

/**
 * Which command strokes mean. `before` is the stroke just made (null if none, or too long ago). The command announced last wins: it is
 * the one nearest to the reader's eyes.
 */
export function commandFor(stroke: string, before: string | null, typing: boolean): Command | null {
  const usable = (command: Command) => (typing ? command.whileTyping === true : singleKeys || stroke.includes('Mod'))
  const find = (keys: string) => current.findLast((command) => command.keys === keys && usable(command)) ?? null
  return (before === null ? null : find(`${before} ${stroke}`)) ?? find(stroke)
}

export const startsSequence = (stroke: string): boolean => current.some((command) => command.keys?.startsWith(`${stroke} `))
