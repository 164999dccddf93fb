// How the answer travels: on the conversation that was chosen or is answered, on a new one of the channel that was chosen, else the usual way. Pure.
import { UNDO_SECONDS, type Address, type Case, type ConversationId, type Way } from '../../contract.ts'
import type { ReplyDraft } from './draft.ts'

type Choice = Pick<ReplyDraft, 'channel' | 'conversation'>

export function wayOf(ways: readonly Way[], { channel, conversation }: Choice): Way | null {
  const goingOn = ways.find((way) => conversation !== null && way.conversation === conversation)
  return goingOn ?? ways.find((way) => way.conversation === null && way.channel === channel) ?? ways[0] ?? null
}

/** What a draft remembers of the choice of a way; whom it goes to is asked anew. */
export const chosen = ({ channel, conversation }: Way): Partial<ReplyDraft> => ({
  channel: conversation ? null : channel,
  conversation,
  to: null,
  cc: [],
})

type Written = {
  html: string
  text: string
  to: Address[]
  subject: string
  way: Way | null
  close: boolean
  because?: string | undefined
}

/** What is asked of the server. Nothing known of the ways yet: the server takes the usual one. */
export function wishOf(found: Case, { cc, files, conversation }: ReplyDraft, { to, subject, way, ...written }: Written) {
  const on: { conversation?: ConversationId; channel?: string } = conversation
    ? { conversation }
    : way?.conversation
      ? { conversation: way.conversation }
      : way
        ? { channel: way.channel }
        : {}
  return {
    id: found.id,
    ...written,
    ...on,
    ...((way?.traits.addressed ?? true) ? { to, cc, subject } : { cc: [] }),
    uploads: files.map(({ id }) => id),
    undo_seconds: way?.traits.instant ? 0 : UNDO_SECONDS,
  }
}
