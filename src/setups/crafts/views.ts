import * as fields from '#fields'
import type { Work } from '#base/work'
import { filterShape, type Condition, type Field, type FieldId, type NewView, type ViewId } from '#fields/contract'
import type { ReasonId } from '#cases/contract'
import type { SetupDocument } from '../contract.ts'
import { byName, craft, folded, type Entry, type Means } from './craft.ts'

type Item = { view: SetupDocument['views'][number]; fields: SetupDocument['fields'] }

export const views = craft<Item>({
  kind: 'view',
  entries: (document, language) => document.views.map((view) => ({ key: view.key, name: view.name[language], item: { view, fields: document.fields } })),
  theirs: async (work, entries) => {
    const shared = (await fields.listViews(work)).items.filter((each) => each.shared)
    return byName(entries, new Map(shared.map(({ id, name }) => [folded(name), id])))
  },
  standing: async (work, ids) => {
    const rows = await fields.viewsById(work, ids as ViewId[]) // kept by this craft
    return new Map(rows.map(({ id, name, filter, columns, sort, retired }) => [id, { said: { name, filter, columns, sort }, gone: retired, rests: false }]))
  },
  add: async (work, entry, { means }) => (await fields.saveView(work, await bodyOf(work, entry, means))).id,
  change: async (work, entry, { means, id }) => {
    const [before] = await fields.viewsById(work, [id as ViewId]) // kept by this craft
    return (await fields.changeView(work, { ...(await bodyOf(work, entry, means)), id: before!.id, version: before!.version })).id
  },
  retire: async (work, id) => void (await fields.retireView(work, { id: id as ViewId })), // likewise
}) // prettier-ignore

async function bodyOf(work: Work, { name, item: { view, fields: said } }: Entry<Item>, { made }: Means): Promise<NewView> {
  const all = await fields.allFields(work)
  const field = (key: string): Field | undefined => all.get(made('field', key) as FieldId) // made by the craft of fields
  const { reason, fields: conditions, ...filter } = view.filter
  const reason_id = reason ? (made('reason', reason) as ReasonId | undefined) : undefined // made by the craft of reasons
  const sorted = view.sort.by === 'last' ? 'last' : field(view.sort.by.field)?.id
  return {
    name,
    shared: true,
    in_rail: view.in_rail,
    filter: filterShape.parse({
      ...filter,
      reason: reason_id ?? null,
      fields: conditions.flatMap((each) => conditionOf(each, said, field(each.field)) ?? []),
    }),
    columns: view.columns.flatMap((column) => (typeof column === 'string' ? column : (field(column.field)?.id ?? []))),
    sort: { by: sorted ?? 'last', down: view.sort.down },
  }
}

type Said = SetupDocument['views'][number]['filter']['fields'][number]
// The options of a choice are named by the keys of the document; by now they have ids.
function conditionOf(
  { field: key, test, value }: Said,
  said: SetupDocument['fields'],
  field: Field | undefined,
): Condition | null {
  if (!field) return null
  const options = said.find((each) => each.key === key)?.options ?? []
  const idOf = (option: string) => {
    const name = options.find((each) => each.key === option)?.name
    return field.options.find((each) => each.name.fr === name?.fr || each.name.en === name?.en)?.id
  }
  const chooses = field.kind === 'choice' || field.kind === 'choices'
  const ids = chooses && value !== null ? [value].flat().flatMap((each) => idOf(String(each)) ?? []) : null
  if (ids?.length === 0) return null
  return { field: field.id, test, value: ids ?? value }
}
