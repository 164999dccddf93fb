// Somebody fills a field in, or empties it. What it was before is kept, with who changed it and when.
import * as staff from '#staff'
import { audit } from '#access'
import { newId } from '#base/id'
import { stale } from '#base/refusal'
import { actorId, refuse, type Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import { allFields } from './all-fields.ts'
import {
  fieldRetired, fieldUnknown, notForThisReason, notPerson, valueChanged, type Field, type FieldId, type Filled, type Value,
} from './contract.ts' // prettier-ignore
import { holdSubject, type Subject } from './need-subject.ts'
import { applies } from './rules/applies.ts'
import { columnsOf, keptOf } from './rules/kept-of.ts'
import { readValue, type Kept } from './rules/read-value.ts'
import { showValue, valueOf } from './rules/show-value.ts'
import { peopleIn, showFilled } from './show-filled.ts'
import { insertChange } from './store/change.ts'
import { insertValue, lockValue, replaceChosen, updateValue, type ValueRow } from './store/value.ts'
import { setTimerOf } from './timers.ts'

type Given = { field: FieldId; of: string; value: Value | null; version?: number | undefined }

export async function fillIn(work: Work, given: Given): Promise<Filled> {
  const field = (await allFields(work)).get(given.field)
  if (!field) throw refuse(fieldUnknown, {})
  const subject = await holdSubject(work, { subject: field.subject, of: given.of })
  if (field.retired_at !== null) throw refuse(fieldRetired, { field: field.name })
  if (!applies(field, subject.reason) && given.value !== null) throw refuse(notForThisReason, { field: field.name })
  const before = await lockValue(work, field.id, given.of)
  const kept = await read(work, { field, value: given.value, before })
  needVersion(given, before, field)
  if (!same(kept, keptOf(before))) await write(work, { field, subject, before, kept })
  return await shown(work, field, subject)
}

const isNothing = (value: Value): boolean =>
  (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0)

type Reading = { field: Field; value: Value | null; before: ValueRow | undefined }
async function read(work: Work, { field, value, before }: Reading): Promise<Kept | null> {
  if (value === null || isNothing(value)) return null
  const chosen = [...(before?.chosen ?? []), ...(before?.option_id ? [before.option_id] : [])]
  const got = readValue(field, value, chosen)
  if ('wrong' in got) throw refuse(got.wrong, { field: field.name })
  if (got.kept.kind === 'person' && got.kept.person !== before?.person_id && !(await staff.active(work, got.kept.person)))
    throw refuse(notPerson, { field: field.name })
  return got.kept
}

// Both values are given back: what stands there now, and what was to be written over it.
function needVersion({ version, value }: Given, before: ValueRow | undefined, { name }: Field): void {
  const current_version = before?.version ?? 0
  if (version === undefined || version === current_version) return
  const current = {
    field: name,
    value: valueOf(keptOf(before)),
    set_at: before?.set_at.toString() ?? null,
    set_by: before?.set_by_id ?? null,
    given: value,
  }
  throw refuse(stale, { current, given_version: version, current_version })
}

const same = (a: Kept | null, b: Kept | null): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
const sorted = (kept: Kept | null): Kept | null => (kept?.kind === 'chosen' ? { ...kept, chosen: kept.chosen.toSorted() } : kept)

type Writing = { field: Field; subject: Subject; before: ValueRow | undefined; kept: Kept | null }
async function write(work: Work, { field, subject, before, kept }: Writing): Promise<void> {
  const { of } = subject
  const by_id = work.actor.kind === 'person' ? work.actor.id : null
  const id = before?.id ?? newId(work.now)
  const row = {
    id,
    field_id: field.id,
    subject: field.subject,
    kind: field.kind,
    of,
    ...columnsOf(kept),
    by: actorId(work.actor),
    by_id,
    empty: kept === null,
  }
  if (before) await updateValue(work, row)
  else if ((await insertValue(work, row)) === 0)
    throw refuse(stale, { current: { field: field.name }, given_version: 0, current_version: 1 })
  if (field.kind === 'choices') await replaceChosen(work, row, kept?.kind === 'chosen' ? kept.chosen : [])
  if (field.kind === 'date') await setTimerOf(work, field, await lockValue(work, field.id, of))
  await remember(work, { field, subject, before, kept })
  const case_id = subject.subject === 'case' ? (of as CaseId) : null // the subject says so
  work.publish(valueChanged, { field: field.id, subject: subject.subject, of, case_id }, case_id ? { case_id } : {})
}

async function remember(work: Work, { field, subject, before, kept }: Writing): Promise<void> {
  const was = keptOf(before)
  const people = await staff.find(
    work,
    [was, kept].flatMap((each) => (each?.kind === 'person' ? [each.person] : [])),
  )
  const said = (each: Kept | null) => ({ value: valueOf(each), ...showValue(each, { options: field.options, people }) })
  const change = newId(work.now)
  const by = { by: actorId(work.actor), by_id: work.actor.kind === 'person' ? work.actor.id : null }
  await insertChange(work, { id: change, field_id: field.id, of: subject.of, before: said(was), after: said(kept), ...by })
  await audit(work, 'field.filled_in', { about: subject.of, details: { field: field.id, name: field.name, change } })
}

async function shown(work: Work, field: Field, subject: Subject): Promise<Filled> {
  const row = await lockValue(work, field.id, subject.of)
  return showFilled(field, row, { people: await peopleIn(work, row ? [row] : []), subject })
}
