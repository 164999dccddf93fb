// What a channel brings, and where it was filed.
import type { CustomerId } from '#customers/contract'
import type { Address, Marks } from './shapes.ts'
import type { ChannelTraits } from './traits.ts'
import type { CaseId, ConversationId, InteractionId, InteractionKind } from './words.ts'

export type Arrival = {
  source: string // the receipt; filing it again changes nothing
  channel: string
  traits?: ChannelTraits // of the conversation this opens; a letter's when nothing is said
  entry_point: string
  kind: Exclude<InteractionKind, 'acknowledgement' | 'notice'>
  at: Temporal.Instant
  sent_at: Temporal.Instant | null
  from: Address | null
  identity: { kind: 'email' | 'phone' | 'handle'; value: string; proof?: string } | null // proof: how it is known to be theirs
  customer?: CustomerId // the door knows who writes: a customer's own page
  to: Address[]
  cc: Address[]
  more_recipients: number
  answer_to: Address[] // where the sender wants answers; empty means where it came from
  subject: string
  reason?: string | null // the door knows what its messages are about; one that is unknown is none
  text: string
  visible_text: string
  html: string | null
  language: string | null
  original_file: string | null
  attachments: { name: string; type: string; size: number; file: string; inline: boolean; content_id: string | null }[]
  marks: Marks
  answers: ConversationId | null // our token was in it
  trusted: boolean // the sender's authentication did not fail
  certain?: boolean // the door itself holds this conversation (a chat's secret, a customer's link): whoever writes takes part
  invites?: { addresses: string[]; proven: boolean } // whom else they wrote to; proven: the sender's authentication passed
  returned?: boolean // a mail of ours that came round in a circle
}
export type Filed = {
  case: CaseId
  conversation: ConversationId
  interaction: InteractionId
  opened: boolean
  customer: string | null
  again: boolean
}
