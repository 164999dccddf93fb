import { instant, integer, nullable, part, text, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { BrandId, Language } from '../contract.ts'

const brand = {
  id: uuid<BrandId>(), name: text, language: word<Language>(), colour: text, signature: text, closed_at: nullable(instant), version: integer,
} // prettier-ignore

export const findBrand = (work: Work, id: BrandId) => work.sql.maybeOne(brand)`
  select id, name, language, colour, signature, closed_at, version from brands.brand where tenant_id = ${work.tenant} and id = ${id}`

export const listBrands = (
  work: Work,
  page: { cursor?: string | undefined; most: number; brands: readonly string[] | null },
) => work.sql.many(brand)`
  select id, name, language, colour, signature, closed_at, version from brands.brand
  where tenant_id = ${work.tenant} and closed_at is null ${page.cursor ? part`and id > ${page.cursor}` : part``}
    ${page.brands ? part`and id = any(${page.brands}::uuid[])` : part``}
  order by id limit ${page.most}`

export type BrandFields = { id: BrandId; name: string; language: Language; colour: string; signature: string }
export const insertBrand = (work: Work, b: BrandFields) => work.sql.run`
  insert into brands.brand (tenant_id, id, name, language, colour, signature, made_at)
  values (${work.tenant}, ${b.id}, ${b.name}, ${b.language}, ${b.colour}, ${b.signature}, ${work.now})`

export const updateBrand = (work: Work, b: BrandFields & { version: number }) => work.sql.run`
  update brands.brand set name = ${b.name}, language = ${b.language}, colour = ${b.colour}, signature = ${b.signature}, version = version + 1
  where tenant_id = ${work.tenant} and id = ${b.id} and version = ${b.version} and closed_at is null`

export const lockBrand = (work: Work, id: BrandId) => work.sql.maybeOne({ id: uuid<BrandId>() })`
  select id from brands.brand where tenant_id = ${work.tenant} and id = ${id} and closed_at is null for update`

export const closeBrand = (work: Work, id: BrandId) => work.sql.run`
  update brands.brand set closed_at = ${work.now}, version = version + 1 where tenant_id = ${work.tenant} and id = ${id} and closed_at is null`
