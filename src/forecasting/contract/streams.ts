// A stream: what comes to one queue by one channel. Everything that is forecast, staffed and planned is about streams.
import { z } from 'zod'
import { instant } from '#base/contract'

export const streamShape = z.object({
  queue: z.string().trim().max(120).describe('The key of a queue of the rules in force; empty: what no queue takes, or everything where there are no rules'),
  channel: z.string().trim().min(1).max(60).describe('phone, chat, email, letter, task, visit …'),
}) // prettier-ignore
export type Stream = z.infer<typeof streamShape>

/** A stream as one text, `support|phone`: for addresses, maps and file columns. */
export const streamKey = ({ queue, channel }: Stream): string => `${queue}|${channel}`

/** The stream of a text; null where it is none. A queue's key has no bar. */
export function readStreamKey(key: string): Stream | null {
  const bar = key.lastIndexOf('|')
  const read = streamShape.safeParse({ queue: key.slice(0, Math.max(0, bar)), channel: key.slice(bar + 1) })
  return bar >= 0 && read.success ? read.data : null
}

export const isSameStream = (a: Stream, b: Stream): boolean => a.queue === b.queue && a.channel === b.channel

export const MOST_STREAMS = 600 // of a house: busier ones first
export const MOST_STREAMS_ASKED = 60 // by name, of one answer

const keyText = z
  .string()
  .max(200)
  .refine((key) => readStreamKey(key) !== null, 'must be a queue and a channel such as "support|phone"')
/** Several streams in an address: `support|phone,|email`. */
export const streamsInput = () =>
  z
    .union([z.array(keyText), z.string().max(12_000).transform((text) => text.split(','))])
    .pipe(z.array(keyText).max(MOST_STREAMS_ASKED))
    .optional()
    .describe('Keys of streams, parted by commas; without: all of them') // prettier-ignore

// A quarter of an hour is how finely everything is kept; wider intervals are sums of it.
export const QUARTER_S = 900
export const steps = [15, 30, 60] as const
export type Step = (typeof steps)[number]
export const stepInput = () =>
  z.coerce
    .number()
    .refine((value): value is Step => value === 15 || value === 30 || value === 60, 'must be 15, 30 or 60')
    .default(15)

/** An instant anybody plans for: years that databases and calendars read differently are refused. */
export const moment = () => instant().refine((at) => at >= '1980' && at < '2200', 'must be between 1980 and 2200')
