// A mail to the relay, once. What comes back is one of three things, and never more certain than what is known.
import { failedBy, handOver, unfit, type Delivery, type Envelope } from './hand-over.ts'
import { RelayFailure, sentenceOf } from './relay-failure.ts'
import { RelayBusy, type Relay } from './relay.ts'
import type { Session } from './session.ts'

export type { Delivery, Envelope, RefusedRecipient } from './hand-over.ts'
export { openRelay, type Relay, type RelaySettings } from './relay.ts'

/**
 * Hands a composed mail to the relay.
 *
 * - `handed_over`: the relay answered 2xx after the final dot; some recipients may have been refused before it.
 * - `failed`: nothing was sent. Temporary (try again): 4xx, no connection, a connection lost before the final dot, and a relay that
 *   refuses us rather than the mail (its greeting, EHLO, TLS, signing in). Permanent: 5xx for the sender, all recipients or the
 *   message (RFC 5321 §4.2.1), or a mail that cannot be spoken to this relay at all.
 * - `uncertain`: the final dot had left and no answer came. Whether to send again is for a person to decide.
 *
 * The result never contains the relay's password. Only faults of our own throw.
 */
export async function deliver(relay: Relay, envelope: Envelope, bytes: Buffer): Promise<Delivery> {
  const wrong = whatIsWrong(envelope, bytes)
  if (wrong) return wrong
  try {
    return await overAnyConnection(relay, envelope, bytes)
  } catch (error) {
    if (error instanceof RelayFailure) return temporary(error)
    if (error instanceof RelayBusy)
      return later({ fr: 'Trop de courriers attendent le relais.', en: 'Too many mails wait for the relay.' })
    throw error
  }
}

async function overAnyConnection(relay: Relay, envelope: Envelope, bytes: Buffer): Promise<Delivery> {
  const session = await relay.borrow(false)
  const isFresh = session.mails === 0
  try {
    const delivery = await overThis(relay, session, envelope, bytes)
    if (isFresh || delivery.state !== 'failed' || delivery.code !== 421) return delivery
  } catch (error) {
    if (isFresh || !(error instanceof RelayFailure)) throw error
  }
  // A connection that had rested may have been closed by the relay meanwhile. Nothing was sent over it, so a fresh one is tried.
  return await overThis(relay, await relay.borrow(true), envelope, bytes)
}

// eslint-disable-next-line max-params -- the session is lent for this one mail only
async function overThis(relay: Relay, session: Session, envelope: Envelope, bytes: Buffer): Promise<Delivery> {
  try {
    const delivery = await handOver(session, envelope, bytes)
    if (await isReusable(session, delivery)) relay.giveBack(session)
    else relay.discard(session)
    return delivery
  } catch (error) {
    relay.discard(session)
    throw error
  }
}

async function isReusable(session: Session, delivery: Delivery): Promise<boolean> {
  session.mails++
  if (delivery.state === 'handed_over') return true
  if (delivery.state === 'uncertain' || delivery.code === 421) return false
  // After a refusal the transaction may still be open.
  return (await session.wire.ask('quit', 'RSET').catch(() => null))?.code === 250
}

function temporary(failure: RelayFailure): Delivery {
  if (failure.trouble.kind !== 'refused') return later(sentenceOf(failure))
  return {
    ...failedBy(failure.phase, failure.trouble.reply),
    permanent: failure.phase === 'body' && failure.trouble.reply.code >= 500,
  }
}

const later = (sentence: { fr: string; en: string }): Delivery => ({
  ...unfit(0, '', sentence),
  permanent: false,
  code: null,
  enhanced: null,
})

function whatIsWrong({ from, to }: Envelope, bytes: Buffer): Delivery | null {
  if (to.length === 0)
    return unfit(503, '5.5.1', { fr: 'Le message n’a pas de destinataire.', en: 'The message has no recipient.' })
  if (bytes.length === 0) return unfit(554, '5.6.0', { fr: 'Le message est vide.', en: 'The message is empty.' })
  const broken = [...(from ? [from] : []), ...to].find((address) => !/^[^\p{Cc}\s<>]+@[^\p{Cc}\s<>@]+$/u.test(address))
  if (broken === undefined) return null
  const shown = broken.replace(/\p{Cc}/gu, ' ')
  return unfit(553, '5.1.3', {
    fr: `« ${shown} » n’est pas une adresse. Corrigez-la.`,
    en: `“${shown}” is not an address. Correct it.`,
  })
}
