// The first three questions: who are you, what is your centre called, where do customers write? Asked as long as the door that takes any
// address has none of its own, and answered in one transaction.
import * as access from '#access'
import * as staff from '#staff'
import { can } from '#access'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { addressInvalid, type FirstAnswers, type FirstRun } from './contract.ts'
import { editBrand } from './edit-brand.ts'
import { editEntryPoint } from './edit-entry-point.ts'
import { brand } from './find.ts'
import { normaliseMailAddress } from './rules/address.ts'
import { findNamelessDoor } from './store/entry-point.ts'

export async function firstRun(work: Work): Promise<FirstRun> {
  if (!can(work.actor, 'tenant.manage')) return { needed: false }
  return { needed: (await findNamelessDoor(work)) !== undefined }
}

export async function answerFirstRun(work: Work, given: FirstAnswers): Promise<{ entry_point: string; address: string }> {
  access.allow(work, 'tenant.manage')
  const door = await findNamelessDoor(work)
  if (!door) throw refuse(notFound, {})
  const address = normaliseMailAddress(given.address)
  if (!address) throw refuse(addressInvalid, {})
  const first = (await brand(work, door.brand_id))!
  await access.renameTenant(work, { name: given.centre })
  await editBrand(work, {
    id: first.id,
    version: first.version,
    name: given.centre,
    colour: given.colour,
    language: given.language,
  })
  await editEntryPoint(work, { id: door.id, version: door.version, address, name: given.language === 'fr' ? 'Courrier' : 'Mail' })
  await nameThePerson(work, given)
  await access.audit(work, 'house.first_run', { about: work.tenant, details: { centre: given.centre, address } })
  return { entry_point: door.id, address }
}

async function nameThePerson(work: Work, { person, email, language }: FirstAnswers): Promise<void> {
  if (work.actor.kind !== 'person') return // a key has no name to give
  const version = await staff.versionOf(work, work.actor.id)
  if (version !== undefined) await staff.editPerson(work, { person: work.actor.id, version, name: person, email, language })
}
