// Values as everybody sees them, with the names of people and options.
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { Field, FieldId, Filled, Label } from './contract.ts'
import { applies } from './rules/applies.ts'
import { keptOf } from './rules/kept-of.ts'
import { showValue, valueOf } from './rules/show-value.ts'
import type { Subject } from './need-subject.ts'
import { valuesOfMany, type ValueRow } from './store/value.ts'

type People = Awaited<ReturnType<typeof staff.find>>
export const peopleIn = (work: Work, rows: readonly ValueRow[]): Promise<People> =>
  staff.find(work, [...new Set(rows.flatMap(({ person_id, set_by_id }) => [person_id, set_by_id]).filter((id) => id !== null))])

type Around = { people: People; subject: Subject }
export function showFilled(field: Field, row: ValueRow | undefined, { people, subject }: Around): Filled {
  const kept = keptOf(row)
  const needed = field.required_at_closing && !subject.closed && kept === null && applies(field, subject.reason)
  const shown = showValue(kept, { options: field.options, people })
  return { field, value: valueOf(kept), shown, needed, ...(row ? historyOf(row, people) : NEVER) }
}

const NEVER = { version: 0, set_at: null, set_by: null, remind_at: null, reminded_at: null }
type Told = Pick<Filled, 'version' | 'set_at' | 'set_by' | 'remind_at' | 'reminded_at'>
function historyOf(row: ValueRow, people: People): Told {
  const spokeOfIt = row.date !== null && row.reminded_for?.equals(row.date) === true
  return {
    version: row.version,
    set_at: row.set_at.toString(),
    set_by: row.set_by_id && { id: row.set_by_id, name: people.get(row.set_by_id)?.name ?? '' },
    remind_at: row.remind_at?.toString() ?? null,
    reminded_at: spokeOfIt ? (row.reminded_at?.toString() ?? null) : null,
  }
}

/** What stands in these fields of these things, as one reads it: by thing, then by field. */
export async function readMany(
  work: Work,
  of: readonly string[],
  fields: readonly Field[],
): Promise<Map<string, Record<string, Label>>> {
  if (of.length === 0 || fields.length === 0) return new Map()
  const byId = new Map<FieldId, Field>(fields.map((field) => [field.id, field]))
  const rows = await valuesOfMany(work, of, [...byId.keys()])
  const people = await staff.find(work, rows.flatMap(({ person_id }) => person_id ?? []) as PersonId[])
  const shown = new Map<string, Record<string, Label>>()
  for (const row of rows) {
    const field = byId.get(row.field_id)
    if (!field) continue
    const said = showValue(keptOf(row), { options: field.options, people })
    shown.set(row.of_id, { ...shown.get(row.of_id), [field.id]: said })
  }
  return shown
}
