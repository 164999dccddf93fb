import { allow, audit } from '#access'
import { newId } from '#base/id'
import { refuse, type Work } from '#base/work'
import { allFields } from './all-fields.ts'
import { fieldChanged, fieldNameTaken, MOST_FIELDS, tooManyFields, type Field, type FieldId, type NewField } from './contract.ts'
import { needReasons } from './need-known.ts'
import { needShape } from './need-shape.ts'
import { bodyOf } from './rules/shape-of.ts'
import { putAll } from './put-options.ts'
import { countAsked, insertField, nameIsTaken, replaceReasons } from './store/field.ts'

export async function addField(work: Work, given: NewField): Promise<Field> {
  allow(work, 'field.manage', { brand: null }) // fields are the whole house's
  needShape(given)
  await needReasons(work, given.reasons)
  const { subject, kind, name } = given
  const id: FieldId = newId<'field'>(work.now)
  if ((await nameIsTaken(work, { id, subject, ...name })).taken) throw refuse(fieldNameTaken, {})
  if ((await countAsked(work, subject)).n >= MOST_FIELDS) throw refuse(tooManyFields, { most: MOST_FIELDS })
  if ((await insertField(work, { id, subject, kind, ...bodyOf(given) })) === 0) throw refuse(fieldNameTaken, {}) // somebody was faster
  await putAll(work, { id, subject, kind }, given.options)
  if (given.reasons.length > 0) await replaceReasons(work, { id, kind }, given.reasons)
  await audit(work, 'field.added', { about: id, details: { subject, kind, name } })
  work.publish(fieldChanged, { field: id, subject })
  return (await allFields(work)).get(id)!
}
