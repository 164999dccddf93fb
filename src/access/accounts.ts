// Reading accounts, and the one word a person may change of their own.
import type { PersonId } from '#base/contract'
import { notFound, refuse } from '#base/refusal'
import type { Work } from '#base/work'
import { allow } from './allow.ts'
import * as store from './store/accounts.ts'

export async function findAccount(work: Work, { person }: { person: PersonId }) {
  allow(work, 'role.manage')
  const account = await store.findAccount(work.sql, work, person)
  if (!account) throw refuse(notFound, {})
  return { ...account, opened_at: account.opened_at.toString() }
}

export async function listAccounts(work: Work, page: { cursor?: string | undefined; limit: number }) {
  allow(work, 'role.manage')
  const found = await store.findAccounts(work.sql, work, { after: page.cursor, most: page.limit + 1 })
  const items = found.slice(0, page.limit).map((account) => ({ ...account, opened_at: account.opened_at.toString() }))
  return { items, next: found.length > page.limit ? items.at(-1)!.person_id : null }
}
