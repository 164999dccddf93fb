import * as staff from '#staff'
import { isUuid } from '#base/contract'
import type { Work } from '#base/work'
import { allFields } from './all-fields.ts'
import type { FieldChange, FieldId, FieldSubject } from './contract.ts'
import { needSubject } from './need-subject.ts'
import { changesOf } from './store/change.ts'

type Asked = { subject: FieldSubject; of: string; field?: FieldId | undefined; cursor?: string | undefined; limit: number }

export async function listChanges(work: Work, asked: Asked): Promise<{ items: FieldChange[]; next: string | null }> {
  const { of } = await needSubject(work, asked)
  const before = asked.cursor && isUuid(asked.cursor) ? asked.cursor : undefined
  const rows = await changesOf(work, { of, field: asked.field, before, most: asked.limit + 1 })
  const page = rows.slice(0, asked.limit)
  const [fields, people] = await Promise.all([
    allFields(work),
    staff.find(
      work,
      page.flatMap(({ by_id }) => by_id ?? []),
    ),
  ])
  const items = page.flatMap((row) => {
    const field = fields.get(row.field_id)
    if (!field || field.subject !== asked.subject) return []
    return {
      id: row.id,
      field: { id: field.id, name: field.name, kind: field.kind },
      before: { fr: row.before.fr, en: row.before.en },
      after: { fr: row.after.fr, en: row.after.en },
      at: row.at.toString(),
      by: row.by_id ? { id: row.by_id, name: people.get(row.by_id)?.name ?? '' } : null,
    }
  })
  return { items, next: rows.length > asked.limit ? page.at(-1)!.id : null }
}
