// The two that carry mail away: the answers and acknowledgements of cases, and the letters of the house (letters/).
import * as cases from '#cases'
import { allOf, bothOf } from '#base/all-of'
import { jobKind, type Worker } from '#base/jobs'
import type { InteractionId } from '#cases/contract'
import type { Bag, Seals } from './bag.ts'
import { carrier } from './carry.ts'
import { composeFor } from './compose-for.ts'
import { letters } from './letters/bag.ts'
import { sendLetter } from './letters/post.ts'
import type { Relay } from './sending/deliver.ts'
import { beginAttempt, endAttempt, findSent } from './store/sent.ts'

export type { Seals } from './bag.ts'
export const sendMail = jobKind<{ interaction: InteractionId }>('email.send', { tries: 1_000 })

export const sender = (relay: Relay | null, seals: Seals): Worker =>
  carrier(relay, { kind: sendMail, idOf: ({ interaction }) => interaction, bag: messagesOfCases(seals) })

export const letterSender = (relay: Relay | null, seals: Seals): Worker =>
  carrier(relay, { kind: sendLetter, idOf: ({ letter }) => letter, bag: letters(seals) })

const messagesOfCases = (seals: Seals): Bag<InteractionId> => ({
  look: async (work, id) => {
    const [out, before] = await bothOf(cases.holdForSending(work, id), findSent(work, id))
    return { taken: out !== null, before, write: out && ((leaves) => composeFor(work, out, { seals, leaves })) }
  },
  beginAttempt: (work, id) => allOf<unknown>([cases.takeForSending(work, id), beginAttempt(work, id)]),
  endAttempt,
  settle: cases.settle,
})
