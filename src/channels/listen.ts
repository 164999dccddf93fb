// What we do when a message is to leave or has come: a job carries it away, and a courtesy may go back.
import { hear, reader } from '#base/journal'
import { later } from '#base/jobs'
import { messageQueued, messageReceived } from '#cases/contract'
import { acknowledge } from './email/acknowledge.ts'
import { sendMail } from './email/send.ts'

export const outgoingMail = reader('channels.outgoing', [
  hear(messageQueued, async (work, { channel, interaction_id, conversation_id, leaves_at }) => {
    if (channel !== 'email') return
    await later(work, sendMail, {
      payload: { interaction: interaction_id },
      id: interaction_id,
      at: Temporal.Instant.from(leaves_at),
      line: conversation_id,
    })
  }),
])

export const acknowledgements = reader('channels.acknowledgements', [hear(messageReceived, acknowledge)])
