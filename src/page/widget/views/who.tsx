/** @jsxImportSource preact */
// After the first message, gently: where to answer if the visitor leaves. Never asked of whom the site already knows.
import type { Chat } from '../chat.ts'
import { forms } from './extras.ts'
import { later } from './later.tsx'

const Asking = later(forms, (module) => module.Asking)

export function Who({ chat }: { chat: Chat }) {
  const { conversation, isAsked, line } = chat.state
  const { said, verified, messages, outbox, over } = conversation
  const isTold = isAsked || said !== null || verified !== null || over
  if (isTold || line !== 'open' || outbox.length > 0 || !messages.some(({ from }) => from === 'visitor')) return null
  return <Asking chat={chat} />
}
