// What a channel declares of itself. Behaviour asks these, never a channel's name; a new channel is a folder with its `channel.ts`, a line in
// all.ts, and, when it carries its answers itself, a line in carriers.ts.
import type { EntryPointKind } from '#brands/contract'
import type { ChannelTraits } from '#cases/contract'
import type { IdentityKind } from '#customers/contract'

export type Channel = {
  name: EntryPointKind // of its entry points and of its conversations
  label: { fr: string; en: string }
  icon: string // a drawing of ui/icon-paths.ts
  traits: ChannelTraits // what its conversations can do; given to cases with whatever opens one
  answersBy: EntryPointKind // the channel whose carrier takes its answers away: a form is answered by mail
  reaches: IdentityKind | null // whom the house can write to first, by this identity; null: only who came is answered
}
