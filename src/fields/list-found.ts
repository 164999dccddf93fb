// What has such a value, as one would type it in an address: `?test=is&value=2026-03-31`.
import * as cases from '#cases'
import * as customers from '#customers'
import { allow, can } from '#access'
import { isUuid } from '#base/contract'
import { refuse, type Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { CompanyId, CustomerId, ProjectId } from '#customers/contract'
import { allFields } from './all-fields.ts'
import { conditionMisshapen, fieldUnknown, type Condition, type Field, type FieldId, type Label, type Value } from './contract.ts'
import { readCondition } from './rules/read-condition.ts'
import { readMany } from './show-filled.ts'
import { findBy } from './store/found.ts'

type Asked = { field: FieldId; test: Condition['test']; value: string; cursor?: string | undefined; limit: number }
type Found = { of: string; name: string; shown: Label }

export async function listFound(work: Work, asked: Asked): Promise<{ items: Found[]; next: string | null }> {
  const field = (await allFields(work)).get(asked.field)
  if (!field) throw refuse(fieldUnknown, {})
  allow(work, field.subject === 'case' ? 'case.read' : 'customer.read')
  const today = work.now.toZonedDateTimeISO('UTC').toPlainDate()
  const test = readCondition(field, { test: asked.test, value: typed(field, asked.value) }, today)
  if (!test) throw refuse(conditionMisshapen, { field: field.id })
  const before = asked.cursor && isUuid(asked.cursor) ? asked.cursor : undefined
  const rows = await findBy(work, test, { before, most: asked.limit + 1 })
  const page = rows.slice(0, asked.limit).map(({ of_id }) => of_id)
  const [names, shown] = await Promise.all([namesOf(work, field, page), readMany(work, page, [field])])
  const items = page.flatMap((of) => {
    const name = names.get(of)
    return name === undefined ? [] : [{ of, name, shown: shown.get(of)?.[field.id] ?? { fr: '', en: '' } }]
  })
  return { items, next: rows.length > asked.limit ? page.at(-1)! : null }
}

function typed({ kind, currency }: Field, text: string): Value | null {
  if (text === '') return null
  if (kind === 'yes_no') return text === 'true' || text === 'yes' || text === 'oui'
  if (kind === 'number') return Number(text.replace(',', '.'))
  if (kind === 'money')
    return { cents: Math.round(Number(text.replace(/[^\d.,-]/g, '').replace(',', '.')) * 100), currency: currency ?? 'EUR' }
  return text
}

async function namesOf(work: Work, { subject }: Field, ids: string[]): Promise<Map<string, string>> {
  if (subject === 'customer')
    return new Map([...(await customers.find(work, ids as CustomerId[]))].map(([id, { name }]) => [id, name])) // a field of customers
  if (subject === 'company')
    return new Map([...(await customers.findCompanies(work, ids as CompanyId[]))].map(([id, { name }]) => [id, name])) // of companies
  if (subject === 'project')
    return new Map([...(await customers.findProjects(work, ids as ProjectId[]))].map(([id, { name }]) => [id, name])) // of projects
  const facts = [...(await cases.facts(work, ids as CaseId[])).values()] // of cases
  return new Map(
    facts
      .filter(({ brand_id }) => can(work.actor, 'case.read', { brand: brand_id }))
      .map((c) => [c.id, `${c.number} ${c.subject}`]),
  )
}
