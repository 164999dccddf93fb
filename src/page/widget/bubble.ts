// The bubble at the edge of the page and the place of the window above it: plain elements, for what draws the window comes with the window.
import type { Chat } from './chat.ts'
import { close, open } from './opening.ts'
import { unread } from './rules/conversation.ts'
import { speaking } from './words/speak.ts'

const SVG = 'http://www.w3.org/2000/svg'
const drawings = {
  bubble: 'M20 4H4a1.5 1.5 0 0 0-1.5 1.5v10A1.5 1.5 0 0 0 4 17h3v4l5-4h8a1.5 1.5 0 0 0 1.5-1.5v-10A1.5 1.5 0 0 0 20 4Z',
  down: 'm6 9.5 6 6 6-6',
} as const // on a grid of 24

/** @returns what draws it as things stand */
export function putBubble(chat: Chat): () => void {
  const [all, place] = [make('div'), make('div')]
  const bubble = make('button', { class: 'bubble', type: 'button', 'aria-haspopup': 'dialog' })
  const spoken = make('p', { class: 'unseen', role: 'status' })
  const aloof = (event: Event): void => event.stopPropagation() // the site's own keys are not for what is written here
  for (const kind of ['keydown', 'keyup', 'keypress']) all.addEventListener(kind, aloof)
  bubble.addEventListener('click', () => (chat.state.isOpen ? close(chat) : open(chat)))
  all.append(place, bubble, spoken)
  chat.root.append(all)
  let before = ''
  return () => {
    const { isOpen, isSheet, isKept, reception, conversation } = chat.state
    all.hidden = !reception && !isKept && conversation.outbox.length === 0
    all.className = isSheet ? 'all sheet' : 'all'
    chat.window?.(chat, place)
    spoken.textContent = isOpen ? '' : chat.state.spoken
    const look = lookOf(chat)
    if (before !== look.join()) wear(bubble, look) // what is being pressed is not taken away under the finger
    before = look.join()
  }
}

type Look = readonly [name: string, count: number, isOpen: boolean, isTurning: boolean]

function lookOf({ state, window }: Chat): Look {
  const { isOpen, language, conversation } = state
  const say = speaking(language)
  const count = isOpen ? 0 : unread(conversation)
  return [isOpen ? say('close') : say(count > 0 ? 'openUnread' : 'open', { count }), count, isOpen, isOpen && window === null]
}

function wear(bubble: Element, [name, count, isOpen, isTurning]: Look): void {
  set(bubble, { 'aria-label': name, 'aria-expanded': String(isOpen) })
  bubble.replaceChildren(isTurning ? make('span', { class: 'turning' }) : icon(isOpen ? 'down' : 'bubble'))
  if (count === 0) return
  const badge = make('span', { class: 'count' })
  badge.textContent = count > 99 ? '99+' : String(count)
  bubble.append(badge)
}

function icon(name: keyof typeof drawings): Element {
  const svg = set(document.createElementNS(SVG, 'svg'), { viewBox: '0 0 24 24', 'aria-hidden': 'true' })
  svg.append(set(document.createElementNS(SVG, 'path'), { d: drawings[name] }))
  return svg
}

const make = (tag: 'div' | 'button' | 'p' | 'span', attributes: Attributes = {}): HTMLElement =>
  set(document.createElement(tag), attributes)

type Attributes = Readonly<Record<string, string>>

function set<Kind extends Element>(element: Kind, attributes: Attributes): Kind {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  return element
}
