// A centre without rules, as it is: a queue for each channel; work that can wait waits for whoever answers for the case, the rest goes to whoever is free.
import type { Queue } from '../contract.ts'
import { isInstant } from './contacts.ts'

const UNTIL_OWNER_S = 3 * 86_400

// Not a name a rulebook's queue could have: kinds are the same under both rules.
const CHANNEL = 'channel: '
export const queueOfChannel = (channel: string): string => CHANNEL + channel
/** The channel whose queue this is, where there are no rules. */
export const channelOfQueue = (queue: string): string | null => (queue.startsWith(CHANNEL) ? queue.slice(CHANNEL.length) : null)

export const queueWithoutRules = (channel: string): Partial<Queue> & { name: string } => ({
  name: queueOfChannel(channel),
  deferred: !isInstant(channel),
  persons_first: { owner_s: isInstant(channel) ? 0 : UNTIL_OWNER_S, contact_s: 0, deputies_s: 0 },
})

/** A sentence that names such queues, with their channels instead. */
export const withoutPrefix = (sentence: string): string => sentence.replaceAll(CHANNEL, '')
