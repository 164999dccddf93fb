import * as customers from '#customers'
import type { Work } from '#base/work'
import type { CustomerId } from '#customers/contract'
import { allFields } from './all-fields.ts'
import type { Field, FieldSubject, Filled } from './contract.ts'
import { needSubject, type Subject } from './need-subject.ts'
import { applies } from './rules/applies.ts'
import { peopleIn, showFilled } from './show-filled.ts'
import { valuesOf, type ValueRow } from './store/value.ts'

/** The fields asked of it, and those asked no longer that still say something. */
export async function listValues(
  work: Work,
  asked: { subject: FieldSubject; of: string },
): Promise<{ items: Filled[]; may_edit: boolean }> {
  const subject = await needSubject(work, asked)
  const [fields, { rows, mine }] = await Promise.all([allFields(work), rowsOf(work, subject)])
  const people = await peopleIn(work, rows)
  const byField = new Map(rows.map((row) => [row.field_id, row]))
  const versions = new Map(mine.map((row) => [row.field_id, row.version]))
  const says = (field: Field): boolean => byField.get(field.id)?.emptied_at === null
  const items = [...fields.values()]
    .filter((field) => field.subject === subject.subject)
    .filter((field) => (field.retired_at === null && applies(field, subject.reason)) || says(field))
    .map((field) => ({
      ...showFilled(field, byField.get(field.id), { people, subject }),
      version: versions.get(field.id) ?? 0,
    }))
  return { items, may_edit: subject.may_edit }
}

// Several records may be found to be one person: of what stands in them, what was said last counts.
async function rowsOf(work: Work, { subject, of }: Subject): Promise<{ rows: ValueRow[]; mine: ValueRow[] }> {
  if (subject !== 'customer') {
    const rows = await valuesOf(work, of)
    return { rows, mine: rows }
  }
  const group = await customers.group(work, of as CustomerId) // a customer's id: looked up before
  const all = (await Promise.all(group.map((id) => valuesOf(work, id)))).flat()
  const latest = all.toSorted((a, b) => Temporal.Instant.compare(b.set_at, a.set_at)).filter(firstOfField)
  return { rows: latest, mine: all.filter((row) => row.of_id === of) }
}

const firstOfField = (row: ValueRow, place: number, all: readonly ValueRow[]): boolean =>
  all.findIndex(({ field_id }) => field_id === row.field_id) === place
