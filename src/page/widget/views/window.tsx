/** @jsxImportSource preact */
// What is fetched when the conversation is opened, but for its words.
import { render } from 'preact'
import type { Chat } from '../chat.ts'
import { Panel } from './panel.tsx'

export { default as sheet } from '../style/window.css?inline'

export function drawWindow(chat: Chat, place: Element): void {
  const { isOpen, isSheet } = chat.state
  render(isOpen && <Panel key={String(isSheet)} chat={chat} />, place)
}
