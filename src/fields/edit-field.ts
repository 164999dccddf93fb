import { allow, audit } from '#access'
import { stale } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { allFields } from './all-fields.ts'
import { fieldChanged, fieldNameTaken, fieldUnknown, type Field, type FieldEdit } from './contract.ts'
import { needReasons } from './need-known.ts'
import { needShape } from './need-shape.ts'
import { putAll } from './put-options.ts'
import { renewTimersOf } from './renew-timers.ts'
import { bodyOf } from './rules/shape-of.ts'
import { changeField, lockField, nameIsTaken, replaceReasons } from './store/field.ts'

export async function editField(work: Work, { id, version, ...given }: FieldEdit): Promise<Field> {
  allow(work, 'field.manage', { brand: null })
  await lockField(work, id)
  const before = (await allFields(work)).get(id)
  if (!before) throw refuse(fieldUnknown, {})
  if (before.version !== version)
    throw refuse(stale, { current: before, given_version: version, current_version: before.version })
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<Field> // undefined: not asked
  const after = { ...before, ...said }
  const known = new Set(before.options.map((each) => each.id))
  const options = (given.options ?? before.options.filter(({ retired }) => !retired)).filter(
    (each) => !each.id || known.has(each.id),
  )
  needShape({ ...after, options })
  await needReasons(work, given.reasons ?? [])
  if (before.retired_at === null && (await nameIsTaken(work, { id, subject: before.subject, ...after.name })).taken)
    throw refuse(fieldNameTaken, {})
  await changeField(work, { id, ...bodyOf(after) })
  if (given.options) await putAll(work, before, options)
  if (given.reasons) await replaceReasons(work, before, given.reasons)
  if (given.remind !== undefined) await renewTimersOf(work, id)
  await audit(work, 'field.changed', {
    about: id,
    details: { subject: before.subject, before: told(before), after: told(after) },
  })
  work.publish(fieldChanged, { field: id, subject: before.subject })
  return (await allFields(work)).get(id)!
}

const told = ({ name, required_at_closing, remind, currency }: Field): object => ({ name, required_at_closing, remind, currency })
