// Mail of the past, through the same hands as that of today: kept, read, filed, composed, handed to a relay. Only the clock of `open` and
// the one who judges senders are given, so that a demonstration or a rehearsal can write weeks in seconds. Nothing else may be under way in
// the tenant meanwhile, and nobody waits in a queue: each call is over when it returns.
import type { TenantId } from '#base/contract'
import { sha256 } from '#base/id'
import { inWork, system, type Open } from '#base/work'
import type { Job } from '#base/jobs'
import type { InteractionId } from '#cases/contract'
import { Readable } from 'node:stream'
import { fileGroup } from './file.ts'
import type { Kept } from './filer.ts'
import { makeKeep } from './intake.ts'
import type { Verdict } from './judge.ts'
import { openParlour } from './reading/understand.ts'
import { sender, type Seals } from './send.ts'
import { openRelay } from './sending/deliver.ts'

// `illegible`: why the reader gave up on it, as it does on what is too large, too deep or too slow; it goes to the tray.
export type PastMail = { bytes: Buffer; from: string; to: string; verdict: Verdict; illegible?: string }
export type Past = {
  receive(mail: PastMail): Promise<void>
  carry(interaction: InteractionId): Promise<void>
  close(): Promise<void>
}
type Means = { tenant: TenantId; seals: Seals; relay: string }

export function openPast(open: Open, { tenant, seals, relay }: Means): Past {
  const parlour = openParlour()
  const way = openRelay(relay)
  const carrier = sender(way, seals)
  return {
    receive: async ({ bytes, from, to, verdict, illegible }) => {
      const kept = await keep(open, { bytes, from, to })
      const read = await parlour.read(bytes, { mail_from: from, recipients: [to] })
      const reading = illegible ? { ok: false as const, why: 'too_slow' as const, detail: illegible } : read
      for (const { receipt } of kept) await fileGroup(open, [{ tenant, receipt, raw: sha256(bytes), reading, verdict }])
    },
    carry: async (interaction) => await carrier.run(jobAtOnce(open, tenant, interaction)),
    close: async () => {
      parlour.close()
      await way.close()
    },
  }
}

async function keep(open: Open, { bytes, from, to }: Pick<PastMail, 'bytes' | 'from' | 'to'>): Promise<Kept[]> {
  const kept: Kept[] = []
  const filer = { take: (mail: Kept) => void kept.push(mail), settled: async () => {}, stop: async () => {} }
  const body = { length: bytes.length, sha256: sha256(bytes), bytes: async () => bytes, stream: () => Readable.from([bytes]) }
  const envelope = { remote: '127.0.0.1', helo: 'past', mailFrom: from, rcptTo: [to], tls: false, protocol: 'ESMTP' }
  const answer = await makeKeep(open, filer)(envelope, body)
  if ('refused' in answer) throw new Error(`no door takes mail for ${to}`)
  return kept
}

function jobAtOnce(open: Open, tenant: TenantId, interaction: InteractionId): Job<unknown> {
  return {
    id: interaction, tenant, payload: { interaction }, attempts: 0, due_at: open.clock.now(),
    work: (body) => inWork(open, { tenant, actor: system('channels.sender') }, body), finish: async () => {}, again: async () => {},
  } // prettier-ignore
}
