// A field is never deleted: it is asked no longer, and may be asked again with all it had.
import { allow, audit } from '#access'
import { refuse, type Work } from '#base/work'
import { allFields } from './all-fields.ts'
import { fieldChanged, fieldNameTaken, fieldUnknown, MOST_FIELDS, tooManyFields, type Field, type FieldId } from './contract.ts'
import { renewTimersOf } from './renew-timers.ts'
import { askAgain, countAsked, lockField, nameIsTaken, retire } from './store/field.ts'

export async function retireField(work: Work, { id }: { id: FieldId }): Promise<object> {
  allow(work, 'field.manage', { brand: null })
  const field = await lockField(work, id)
  if (!field) throw refuse(fieldUnknown, {})
  if ((await retire(work, id)) === 0) return {} // asked twice, done once
  await audit(work, 'field.retired', {
    about: id,
    details: { subject: field.subject, name: { fr: field.name_fr, en: field.name_en } },
  })
  work.publish(fieldChanged, { field: id, subject: field.subject })
  return {}
}

export async function bringBack(work: Work, { id }: { id: FieldId }): Promise<Field> {
  allow(work, 'field.manage', { brand: null })
  const field = await lockField(work, id)
  if (!field) throw refuse(fieldUnknown, {})
  const { subject, name_fr: fr, name_en: en } = field
  if ((await nameIsTaken(work, { id, subject, fr, en })).taken) throw refuse(fieldNameTaken, {})
  if (field.retired_at && (await countAsked(work, subject)).n >= MOST_FIELDS) throw refuse(tooManyFields, { most: MOST_FIELDS })
  if ((await askAgain(work, id)) > 0) {
    await renewTimersOf(work, id)
    await audit(work, 'field.asked_again', { about: id, details: { subject, name: { fr, en } } })
    work.publish(fieldChanged, { field: id, subject })
  }
  return (await allFields(work)).get(id)!
}
