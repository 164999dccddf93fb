// All fields of the house as everybody sees them, read once per unit of work.
import { once } from '#base/once'
import type { Work } from '#base/work'
import type { Field, FieldId, FieldOption, FieldSubject } from './contract.ts'
import { fieldsOfHouse, reasonsOfFields, type FieldRow } from './store/field.ts'
import { optionsOfHouse, type OptionRow } from './store/option.ts'

export async function allFields(work: Work): Promise<Map<FieldId, Field>> {
  const rows = await fieldsOfHouse(work, true)
  if (rows.length === 0) return new Map()
  const [options, reasons] = await Promise.all([optionsOfHouse(work), reasonsOfFields(work)])
  const optionsBy = Map.groupBy(options, ({ field_id }) => field_id)
  const reasonsBy = Map.groupBy(reasons, ({ field_id }) => field_id)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...shown(row),
        options: (optionsBy.get(row.id) ?? []).map(option),
        reasons: (reasonsBy.get(row.id) ?? []).map((r) => r.reason_id),
      },
    ]),
  )
}

/** For verbs that read only: several of one unit of work ask the same. */
export const fieldsNow = (work: Work): Promise<Map<FieldId, Field>> => once(work, 'fields of the house', () => allFields(work))

export async function list(
  work: Work,
  { subject, retired }: { subject?: FieldSubject | undefined; retired: boolean },
): Promise<{ items: Field[] }> {
  const all = [...(await allFields(work)).values()]
  return { items: all.filter((field) => (!subject || field.subject === subject) && (field.retired_at !== null) === retired) }
}

const option = (o: OptionRow): FieldOption => ({
  id: o.id,
  name: { fr: o.name_fr, en: o.name_en },
  colour: o.colour,
  retired: o.retired,
})

const shown = (f: FieldRow): Omit<Field, 'options' | 'reasons'> => ({
  id: f.id, subject: f.subject, kind: f.kind, name: { fr: f.name_fr, en: f.name_en }, help: { fr: f.help_fr, en: f.help_en }, group: { fr: f.group_fr, en: f.group_en },
  position: f.position, currency: f.currency, required_at_closing: f.required_at_closing,
  remind: f.remind_way === null ? null : { working_days: f.remind_working_days ?? 0, way: f.remind_way, what: { fr: f.remind_what_fr ?? '', en: f.remind_what_en ?? '' } },
  retired_at: f.retired_at?.toString() ?? null, version: f.version,
}) // prettier-ignore
