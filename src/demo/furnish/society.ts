// The customers and companies of the centre, and who answers for some of them.
import * as customers from '#customers'
import { inWork } from '#base/work'
import type { CompanyId } from '#customers/contract'
import { chanceOf } from '../texts/chance.ts'
import { castOf, type CustomerCast } from '../texts/cast.ts'
import { companies } from '../texts/names.ts'
import type { Place } from './place.ts'
import type { Scene } from './scene.ts'

const contactsOfCompanies = ['helene', 'judith', 'judith', 'helene', 'oscar'] as const
const notes = [
  'Préfère qu’on écrive plutôt qu’on appelle.', 'A toute la série Séraphine, sauf la verte.', 'Collectionne les factures : toujours joindre un PDF.',
  'Ne pas proposer de point relais, habite une île.', 'Très bonne mémoire des prénoms. Signer.', 'Livraison : sonner deux fois, le chien aboie la première.',
] // prettier-ignore

export async function bringCustomers({ open, as, seed }: Scene, place: Place): Promise<CustomerCast[]> {
  const cast = castOf(seed)
  const chance = chanceOf(seed + 1)
  await inWork(open, as, async (work) => {
    const firms = new Map<string, CompanyId>()
    for (const [at, { name, domain }] of companies.entries()) {
      const { id } = await customers.addCompany(work, { name, domains: [domain] })
      firms.set(name, id)
      const contact = contactsOfCompanies[at]
      if (contact)
        await customers.setPointOfContact(work, {
          of: { company: id },
          person: place.people.get(contact)!.id,
          deputy: place.people.get('marc')!.id,
        })
    }
    for (const [at, each] of cast.entries()) {
      const phone = chance.happens(0.4)
        ? [{ kind: 'phone' as const, value: `+33 6 39 98 ${10 + Math.floor(at / 90)} ${10 + (at % 90)}` }]
        : [] // numbers the regulator keeps for fiction
      await customers.add(work, {
        name: each.name, language: each.language, company_id: each.company ? firms.get(each.company.name)! : null,
        notes: chance.happens(0.2) ? chance.one(notes) : '', identities: [{ kind: 'email', value: each.email }, ...phone],
      }) // prettier-ignore
    }
  })
  return cast
}
