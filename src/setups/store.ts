import type { PersonId } from '#base/contract'
import { boolean, instant, integer, json, jsonb, nullable, text, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { ItemKind, PlanStep, SetupSource } from './contract.ts'

// Two who choose at once choose one after the other.
export const oneAtATime = (work: Work) => work.sql.run`
  select pg_advisory_xact_lock(hashtextextended(${`setups ${work.tenant}`}, 0))`

const item = {
  kind: word<ItemKind>(), key: text, thing_id: text, name: text, asked: text, said: jsonb<unknown>(), adopted: boolean, retired_at: nullable(instant),
} // prettier-ignore
export type ItemRow = Awaited<ReturnType<typeof allItems>>[number]
export const allItems = (work: Work) => work.sql.many(item)`
  select kind, key, thing_id, name, asked, said, adopted, retired_at from setups.item where tenant_id = ${work.tenant} order by kind, key limit 2000`

export type NewItem = Pick<ItemRow, 'kind' | 'key' | 'thing_id' | 'name' | 'asked' | 'said' | 'adopted'>
export const putItem = (work: Work, i: NewItem) => work.sql.run`
  insert into setups.item (tenant_id, kind, key, thing_id, name, asked, said, adopted, at)
  values (${work.tenant}, ${i.kind}, ${i.key}, ${i.thing_id}, ${i.name}, ${i.asked}, ${json(i.said)}, ${i.adopted}, ${work.now})
  on conflict (tenant_id, kind, key) do update set thing_id = excluded.thing_id, name = excluded.name, asked = excluded.asked, said = excluded.said,
    adopted = excluded.adopted, at = excluded.at, retired_at = null`
export const retireItem = (work: Work, kind: ItemKind, key: string) => work.sql.run`
  update setups.item set retired_at = ${work.now} where tenant_id = ${work.tenant} and kind = ${kind} and key = ${key}`

const choice = {
  setup: nullable(text), edition: nullable(integer), language: word<'fr' | 'en'>(), at: instant, by_id: nullable(uuid<PersonId>()),
} // prettier-ignore
export const lastChoice = (work: Work) => work.sql.maybeOne(choice)`
  select setup, edition, language, at, by_id from setups.choice where tenant_id = ${work.tenant} order by id desc limit 1`
type NewChoice = {
  id: string
  setup: string | null
  edition: number | null
  language: string
  steps: readonly PlanStep[]
  by: string
  by_id: PersonId | null
}
export const insertChoice = (work: Work, c: NewChoice) => work.sql.run`
  insert into setups.choice (tenant_id, id, setup, edition, language, steps, at, by, by_id)
  values (${work.tenant}, ${c.id}, ${c.setup}, ${c.edition}, ${c.language}, ${json(c.steps)}, ${work.now}, ${c.by}, ${c.by_id})`

const document = { document: jsonb<SetupSource>() }
// The latest edition of each.
export const broughtDocuments = (work: Work) => work.sql.many(document)`
  select distinct on (setup) document from setups.document where tenant_id = ${work.tenant} order by setup, edition desc limit 50`
export const insertDocument = (work: Work, d: { setup: string; edition: number; document: SetupSource; by: string }) => work.sql
  .run`
  insert into setups.document (tenant_id, setup, edition, document, at, by)
  values (${work.tenant}, ${d.setup}, ${d.edition}, ${json(d.document)}, ${work.now}, ${d.by}) on conflict do nothing`
