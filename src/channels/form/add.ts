// A new form and the door it is, opened like the brand's other doors: who answers there, by which hours.
import * as brands from '#brands'
import * as staff from '#staff'
import { allow, audit, can, makeToken } from '#access'
import type { PersonId } from '#base/contract'
import { newId } from '#base/id'
import { notFound } from '#base/refusal'
import { refuse, system, type Work } from '#base/work'
import type { BrandId, EntryPoint, EntryPointId } from '#brands/contract'
import { formChanged, type Definition, type FormId, type FormStart } from '../contract.ts'
import { cleanDraft } from './clean-draft.ts'
import { startOf } from './rules/starts.ts'
import { insertForm } from './store/form.ts'

type New = {
  brand_id: string
  name: string
  duty_person_id?: string | undefined
  start?: FormStart | undefined
  draft?: Definition | undefined
}

export async function addForm(work: Work, given: New): Promise<{ id: FormId; key: string; version: number }> {
  const brand = given.brand_id as BrandId // looked up on the next line
  const found = await brands.brand(work, brand)
  if (!found || found.closed_at || !can(work.actor, 'channel.read', { brand })) throw refuse(notFound, {})
  allow(work, 'channel.manage', { brand })
  const draft = await cleanDraft(work, given.draft ?? startOf(given.start ?? 'empty'), null)
  const entry_point = await openDoor(work, given)
  const id = newId<'form'>(work.now)
  const key = makeToken(work.tenant, 'fm_').text
  await insertForm(work, { id, brand, entry_point, key, name: given.name, draft })
  await audit(work, 'form.added', { about: id, details: { name: given.name } })
  work.publish(formChanged, { form_id: id })
  return { id, key, version: 1 }
}

// Who may manage channels may open this one; it needs no right over the brand itself.
async function openDoor(work: Work, { brand_id, name, duty_person_id }: New): Promise<EntryPointId> {
  const house = { ...work, actor: system('forms') }
  const brand = brand_id as BrandId // looked up above
  const { items } = await brands.listEntryPoints(house, { brand, limit: 50 })
  const like: Pick<EntryPoint, 'duty_person_id' | 'calendar_id' | 'zone'> | undefined = items.find(({ kind }) => kind === 'email') ?? items[0] ?? (await brands.mainEntryPoint(work)) // prettier-ignore
  const duty = (duty_person_id as PersonId | undefined) ?? like?.duty_person_id ?? (await oneself(work)) // the door is refused to a stranger
  if (!duty) throw refuse(notFound, {})
  const opened = await brands.addEntryPoint(house, {
    brand_id: brand, kind: 'form', name, duty_person_id: duty, calendar_id: like?.calendar_id ?? null, ...(like ? { zone: like.zone } : {}),
  }) // prettier-ignore
  return opened.id
}

async function oneself(work: Work): Promise<PersonId | undefined> {
  const { actor } = work
  return actor.kind === 'person' && (await staff.active(work, actor.id)) ? actor.id : undefined
}
