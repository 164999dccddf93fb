// What stands on first start: one tenant, its first person, one brand and one door that takes any address, so that the very first mail
// finds somebody who answers for it. Nothing of it is a default password: the first person comes in by a link made once.
import * as access from '#access'
import * as brands from '#brands'
import * as staff from '#staff'
import type { PersonId, TenantId } from '#base/contract'
import { inWork, system, type Open } from '#base/work'

export type First = { tenant: TenantId; link: string | null }

export async function firstHouse(open: Open): Promise<First> {
  const [known] = await access.listTenants(open.database.dispatcher)
  const tenant = known?.id ?? (await found(open))
  const as = { tenant, actor: system('house') }
  return { tenant, link: await inWork(open, as, (work) => firstLink(work)) }
}

async function found(open: Open): Promise<TenantId> {
  const { id } = await access.createTenant(open, { name: 'Guichet' })
  await inWork(open, { tenant: id, actor: system('house') }, async (work) => {
    const person = await staff.addPerson(work, {
      name: 'Direction',
      email: 'direction@guichet.localhost',
      language: 'fr',
      roles: ['director'],
    })
    const brand = await brands.addBrand(work, { name: 'Guichet' })
    await brands.addEntryPoint(work, {
      brand_id: brand.id,
      kind: 'email',
      name: 'Courrier',
      accepts_any: true,
      duty_person_id: person.id,
    })
  })
  return id
}

// As long as nobody has ever signed in, every start makes a fresh link; afterwards none.
async function firstLink(work: Parameters<Parameters<typeof inWork>[2]>[0]): Promise<string | null> {
  const person = await access.firstPersonNeverIn(work)
  return person ? (await access.createSignInLink(work, person as PersonId, access.FIRST_START_MINUTES)).path : null
}
