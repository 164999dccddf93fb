// Every channel there is, in the order they are offered.
import type { EntryPointKind } from '#brands/contract'
import type { Channel } from './channel.ts'
import { chat } from './chat/channel.ts'
import { email } from './email/channel.ts'
import { form } from './form/channel.ts'

export type { Channel } from './channel.ts'

export const all: readonly Channel[] = [email, chat, form]

/** Undefined for a door that is written down by hand (a call, a visit): its cases are answered by mail. */
export const channelNamed = (name: string): Channel | undefined => all.find((channel) => channel.name === name)

/** The channel that takes away what is said in a conversation of this name. */
export const carriedBy = (name: string): EntryPointKind => channelNamed(name)?.answersBy ?? email.name
