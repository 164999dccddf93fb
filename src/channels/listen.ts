// What we do when a message is to leave or has come: a job carries it away, and a courtesy may go back.
import { hear, reader, type Event, type Reader } from '#base/journal'
import { messageQueued, messageReceived } from '#cases/contract'
import { pageLinkAsked } from '#portal/contract'
import { chatNamed } from './contract.ts'
import { carriedBy } from './all.ts'
import { carriers } from './carriers.ts'
import { acknowledge } from './email/acknowledge.ts'
import { sendPageLink } from './email/send-page-link.ts'
import { acknowledgeLeft } from './widgets/acknowledge-left.ts'

const ofMessages = reader('channels.outgoing', [
  hear(messageQueued, async (work, message) => {
    if (message.carried) return
    const carry = carriers[carriedBy(message.channel)]
    if (!carry) throw new Error(`no carrier takes what is said by ${message.channel}`) // a test holds the two lists together
    await carry(work, message)
  }),
])
const isCarried = ({ payload }: Event): boolean => Object(payload).carried === true // as far as it can be read: nothing is refused here

export const outgoingMail: Reader = { ...ofMessages, sleeps: async (_, events) => events.every(isCarried) }

export const acknowledgements = reader('channels.acknowledgements', [
  hear(messageReceived, acknowledge),
  hear(chatNamed, acknowledgeLeft), // a name may come after the message
  hear(pageLinkAsked, sendPageLink),
])
