import * as fields from '#fields'
import type { Work } from '#base/work'
import type { ReasonId } from '#cases/contract'
import type { Field, FieldId, NewField } from '#fields/contract'
import type { SetupDocument } from '../contract.ts'
import { craft, folded, type Entry, type Means } from './craft.ts'

type Item = SetupDocument['fields'][number]
const NOTHING = { fr: '', en: '' }

export const ownFields = craft<Item>({
  kind: 'field',
  entries: (document, language) => document.fields.map((item) => ({ key: item.key, name: item.name[language], item })),
  theirs: async (work, entries) => {
    const asked = [...(await fields.allFields(work)).values()].filter(({ retired_at }) => retired_at === null)
    const bears = ({ item }: Entry<Item>) =>
      asked.find(({ subject, name }) => subject === item.subject && (same(name.fr, item.name.fr) || same(name.en, item.name.en)))
    return new Map(entries.flatMap((entry) => bears(entry)?.id ? [[entry.key, bears(entry)!.id as string]] : [])) // looked at just before
  },
  standing: async (work, ids) => {
    const all = await fields.allFields(work)
    const found = ids.flatMap((id) => all.get(id as FieldId) ?? []) // kept by this craft
    return new Map(found.map((field) => [field.id, { said: saidOf(field), gone: field.retired_at !== null, rests: false }]))
  },
  add: async (work, { item }, { means, before }) => (await again(work, item, { means, before })) ?? (await fields.addField(work, bodyOf(item, means))).id,
  change: async (work, { item }, { means, id }) => await rewrite(work, item, { means, id: id as FieldId }), // kept by this craft
  retire: async (work, id) => void (await fields.retireField(work, { id: id as FieldId })), // likewise
}) // prettier-ignore

const same = (a: string, b: string): boolean => folded(a) === folded(b)

// One that was asked before comes back with all that was filled in.
async function again(
  work: Work,
  item: Item,
  { means, before }: { means: Means; before: string | undefined },
): Promise<string | null> {
  const known = before ? (await fields.allFields(work)).get(before as FieldId) : undefined // kept by this craft
  if (!known?.retired_at || known.kind !== item.kind || known.subject !== item.subject) return null
  await fields.bringBack(work, { id: known.id })
  return await rewrite(work, item, { means, id: known.id })
}

async function rewrite(work: Work, item: Item, { means, id }: { means: Means; id: FieldId }): Promise<string> {
  const before = (await fields.allFields(work)).get(id)!
  const { subject: _subject, kind: _kind, ...body } = bodyOf(item, means)
  const known = (name: { fr: string; en: string }) =>
    before.options.find((each) => same(each.name.fr, name.fr) || same(each.name.en, name.en))
  const options = body.options.map((option) => ({ ...option, id: known(option.name)?.id }))
  return (await fields.editField(work, { id, version: before.version, ...body, options })).id
}

const bodyOf = (item: Item, means: Means): NewField => ({
  subject: item.subject, kind: item.kind, name: item.name, help: item.help ?? NOTHING, group: item.group ?? NOTHING, currency: item.currency ?? null,
  required_at_closing: item.required_at_closing, remind: item.remind ?? null, options: item.options.map(({ name, colour }) => ({ name, colour })),
  reasons: item.reasons.flatMap((key) => (means.made('reason', key) ?? []) as ReasonId | []), // made by the craft of reasons
}) // prettier-ignore

const saidOf = ({ name, help, group, currency, required_at_closing, remind, options, reasons }: Field): unknown => ({
  name, help, group, currency, required_at_closing, remind, reasons: reasons.toSorted(),
  options: options.filter(({ retired }) => !retired).map((each) => ({ name: each.name, colour: each.colour })),
}) // prettier-ignore
