// What we do when a message is to leave or has come: a job carries it away, and a courtesy may go back.
import { hear, reader } from '#base/journal'
import { messageQueued, messageReceived } from '#cases/contract'
import { pageLinkAsked } from '#portal/contract'
import { chatNamed } from './contract.ts'
import { carriedBy } from './all.ts'
import { carriers } from './carriers.ts'
import { acknowledge } from './email/acknowledge.ts'
import { sendPageLink } from './email/send-page-link.ts'
import { acknowledgeLeft } from './widgets/acknowledge-left.ts'

export const outgoingMail = reader('channels.outgoing', [
  hear(messageQueued, async (work, message) => {
    const carry = carriers[carriedBy(message.channel)]
    if (!carry) throw new Error(`no carrier takes what is said by ${message.channel}`) // a test holds the two lists together
    await carry(work, message)
  }),
])

export const acknowledgements = reader('channels.acknowledgements', [
  hear(messageReceived, acknowledge),
  hear(chatNamed, acknowledgeLeft), // a name may come after the message
  hear(pageLinkAsked, sendPageLink),
])
