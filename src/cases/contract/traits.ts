// What a way of talking can do. A door says it when it opens a conversation, and the conversation keeps it: whoever writes in it asks
// these, never the name of a channel.
import { z } from 'zod'

export const traitsShape = z.object({
  instant: z.boolean(), // both sides are there: an answer leaves at once, and nothing can be held back
  public: z.boolean(), // others read along
  maxLength: z.number().int().positive().nullable(), // of an answer, in characters of plain text
  replyWindow: z.number().int().positive().nullable(), // seconds after the customer's last message during which one may answer
  addressed: z.boolean(), // an answer needs an address; otherwise it goes where the conversation is
})
export type ChannelTraits = z.infer<typeof traitsShape>

export const LETTER: ChannelTraits = { instant: false, public: false, maxLength: null, replyWindow: null, addressed: true }
