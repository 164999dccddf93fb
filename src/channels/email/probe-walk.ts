// The connection test of the post office page: a mail to ourselves, and each hop it took. With a relay: the walk to the relay. Without:
// straight to our own door, which shows that mail can come in.
import * as cases from '#cases'
import { allow } from '#access'
import type { Within } from '#base/http'
import { newToken } from '#base/id'
import { notFound } from '#base/refusal'
import { refuse, system, type Work } from '#base/work'
import type { z } from 'zod'
import type { probeShape } from '../contract.ts'
import { ourDoor } from './our-doors.ts'
import { compose } from './sending/compose.ts'
import { deliver, openRelay } from './sending/deliver.ts'
import { probeRelay } from './sending/probe.ts'
import { interactionOfMail } from './store/thread.ts'

type Probe = z.infer<typeof probeShape>
type Hop = Probe['hops'][number]
type Means = { relay: string | null; smtpPort: number }
const PATIENCE_MILLISECONDS = 10_000

export const walkProbe =
  ({ relay, smtpPort }: Means) =>
  async (within: Within, { entry_point }: { entry_point: string }): Promise<Probe> => {
    const { address, now } = await within(async (work) => {
      allow(work, 'channel.manage')
      const door = await ourDoor(work, entry_point, 'channel.manage')
      if (!door) throw refuse(notFound, {})
      return { address: door.address ?? 'contact@localhost', now: work.now }
    })
    const hops = relay ? await relayHops(relay) : []
    if (smtpPort === 0 || hops.some((hop) => !hop.ok)) return { ok: hops.every((hop) => hop.ok), hops }
    const messageId = `probe-${newToken()}@localhost`
    const sent = await timed('sent', () => sendToOurselves({ address, messageId, port: smtpPort, now }))
    const filed = sent.ok ? await timed('filed', () => waitUntilFiled(within, messageId)) : null
    if (filed?.ok) await within((work) => putAway(work, messageId))
    const all = [...hops, sent, ...(filed ? [filed] : [])]
    return { ok: all.every((hop) => hop.ok), hops: all }
  }

// What the test mail opened asks nothing of anybody. The house closes it, whoever asked for the test: they need no right over cases.
async function putAway(work: Work, messageId: string): Promise<void> {
  const mail = await interactionOfMail(work, messageId)
  const brief = mail && (await cases.briefs(work, [mail.interaction_id])).get(mail.interaction_id)
  if (brief) await cases.close({ ...work, actor: system('post office') }, { id: brief.case_id })
}

async function relayHops(relay: string): Promise<Hop[]> {
  const { hops } = await probeRelay(relay)
  return hops
    .filter(({ state }) => state !== 'skipped')
    .map(({ name, state, milliseconds, sentence }) => ({ name: `relay_${name}`, ok: state === 'passed', milliseconds, sentence }))
}

async function timed(name: string, step: () => Promise<{ fr: string; en: string } | null>): Promise<Hop> {
  const began = performance.now()
  const sentence = await step()
  return { name, ok: sentence === null, milliseconds: Math.round(performance.now() - began), sentence }
}

type Letter = { address: string; messageId: string; port: number; now: Temporal.Instant }

async function sendToOurselves({ address, messageId, port, now }: Letter): Promise<{ fr: string; en: string } | null> {
  const bytes = await compose({
    messageId: `<${messageId}>`, boundarySeed: messageId, date: now.toZonedDateTimeISO('UTC'), from: { name: 'Guichet', address }, to: [{ name: null, address }],
    subject: 'Test de connexion · Connection test', text: 'Ce courrier vérifie que la porte est ouverte.\n\nThis mail checks that the door is open.', automatic: 'auto-generated',
  }) // prettier-ignore
  const ourselves = openRelay(`smtp://127.0.0.1:${port}`)
  const delivery = await deliver(ourselves, { from: '', to: [address] }, bytes)
  await ourselves.close()
  if (delivery.state === 'handed_over') return null
  return delivery.state === 'failed' ? delivery.sentence : delivery.why
}

export async function waitUntilFiled(within: Within, messageId: string): Promise<{ fr: string; en: string } | null> {
  for (const deadline = performance.now() + PATIENCE_MILLISECONDS; performance.now() < deadline;) {
    if (await within((work) => interactionOfMail(work, messageId))) return null
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return {
    fr: 'Le courrier a été reçu mais pas encore classé. Regardez le bac.',
    en: 'The mail was received but is not filed yet. Look at the tray.',
  }
}
