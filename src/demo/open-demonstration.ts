// The demonstration of this installation: found as it was left, or furnished now; one at a time, since its addresses are one of a kind.
import * as access from '#access'
import type { PersonId, TenantId } from '#base/contract'
import { log } from '#base/log'
import { inWork, system, type Open } from '#base/work'
import { furnish, type Told } from './furnish/furnish.ts'
import { writeMeanwhile } from './furnish/meanwhile.ts'
import { usualDomains } from './furnish/scene.ts'
import { removeDemonstrations } from './remove.ts'
import type { Seal } from '#base/seal'
import { allHouses } from './store.ts'

export type Guest = { name: string; role: { fr: string; en: string }; path: string }
export type Demonstration = { tenant: TenantId; guests: Guest[] }

export async function openDemonstration(
  open: Open,
  means: { seed: number; seals: Seal; tell: (what: Told) => void },
): Promise<Demonstration> {
  const [known] = await allHouses(open.database.dispatcher)
  if (known?.furnished_at) {
    const as = { tenant: known.tenant_id, actor: system('demo') }
    await writeMeanwhile({ open, as, now: open.clock.now(), seed: known.seed }).catch((error: Error) =>
      log.warn({ error }, 'what happened in the demonstration while the server was down could not be written'),
    )
    return { tenant: known.tenant_id, guests: await letIn(open, known.tenant_id) }
  }
  if (known) await removeDemonstrations(open) // interrupted half-way: begun afresh
  const tenant = await furnish(open, means)
  return { tenant, guests: await letIn(open, tenant) }
}

const guests = [
  { key: 'helene', name: 'Hélène Vasseur', role: { fr: 'directrice', en: 'director' } },
  { key: 'sophie', name: 'Sophie Lambert', role: { fr: 'responsable d’équipe', en: 'team manager' } },
  { key: 'camille', name: 'Camille Fontaine', role: { fr: 'conseillère', en: 'agent' } },
] as const
const DAY_MINUTES = 24 * 60

async function letIn(open: Open, tenant: TenantId): Promise<Guest[]> {
  return await inWork(open, { tenant, actor: system('demo') }, async (work) => {
    const found: Guest[] = []
    for (const { key, name, role } of guests) {
      const person: PersonId | null = await access.personToLetIn(work, `${key}@${usualDomains.lumen}`)
      if (person) found.push({ name, role, path: (await access.createSignInLink(work, person, DAY_MINUTES)).path })
    }
    return found
  })
}
