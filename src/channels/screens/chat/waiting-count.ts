import type { JournalEvent } from '#ui/live'

/** What an event does to those who wait. */
export function count(waiting: Set<string>, { name, payload }: Pick<JournalEvent, 'name' | 'payload'>): void {
  const { conversation_id: conversation, by } = (payload ?? {}) as { conversation_id?: unknown; by?: unknown } // looked at here
  if (typeof conversation !== 'string') return
  if (name === 'chat.opened' || (name === 'chat.served' && by === null)) waiting.add(conversation)
  else waiting.delete(conversation)
}
