// By which ways work comes: the doors of brands, and the two that have none (work asked inside the house, a call we owe).
import { z } from 'zod'

export const workChannels = [
  'phone', 'video', 'visit', 'chat', 'sms', 'social', 'call_back', 'email', 'form', 'letter', 'task',
] as const // prettier-ignore
export type WorkChannel = (typeof workChannels)[number]
export const workChannel = () => z.enum(workChannels)

// Somebody waits on the other side; the others may be put off until they are due.
export const instantChannels = ['phone', 'video', 'visit', 'chat', 'call_back'] as const satisfies readonly WorkChannel[]
export const isInstant = (channel: WorkChannel): boolean => instantChannels.some((each) => each === channel)

// What a piece of work weighs for whoever does it.
export const weightShape = z.strictObject({
  channel: workChannel().describe('The channel this is about.'),
  units: z
    .number()
    .int()
    .min(0)
    .max(1_000)
    .describe(
      'How much of a person’s attention one of these takes. A person has `seat_units` in all: with 100, a call of 100 fills a seat and a chat of 34 leaves room for two more. 0: takes no room.',
    ),
  most: z.number().int().min(1).max(50).describe('How many of these one person holds at once, whatever the units leave.'),
  meanwhile: z
    .array(workChannel())
    .max(workChannels.length)
    .describe('While somebody has one of these in hand, what else they may be offered. Empty: nothing else.'),
  gives_way: z
    .boolean()
    .describe('Put aside when something of `meanwhile` comes: its units do not count while that is in hand. An email gives way to a call; a chat to nobody.'),
}) // prettier-ignore
export type Weight = z.infer<typeof weightShape>

const live: WorkChannel[] = ['phone', 'video', 'visit', 'chat', 'sms', 'social', 'call_back']
const written: WorkChannel[] = ['chat', 'sms', 'social']
const fills = (channel: WorkChannel): Weight => ({ channel, units: 100, most: 1, meanwhile: [], gives_way: false })
const several = (channel: WorkChannel): Weight => ({ channel, units: 33, most: 3, meanwhile: written, gives_way: false })
const puts = (channel: WorkChannel, most: number): Weight => ({
  channel,
  units: 33,
  most,
  meanwhile: [...live, 'email', 'form', 'letter', 'task'],
  gives_way: true,
})

/** What each channel weighs where a rulebook does not say: a call fills the seat, three chats fit beside each other, mail gives way to both. */
export const usualWeights: readonly Weight[] = [
  fills('phone'),
  fills('video'),
  fills('visit'),
  several('chat'),
  several('sms'),
  several('social'),
  fills('call_back'),
  puts('email', 3),
  puts('form', 3),
  puts('letter', 3),
  puts('task', 3),
]
