// The rows one filed mail leaves behind. Its words are not among them: they are found a moment later, and measured apart.
import type pg from 'pg'
import { templateOf, type Template } from './floor.ts'

// In an order that foreign keys like; those between a case and its owner are looked at when the transaction commits.
const tables = [
  'base.file', 'base.file_piece', 'channels.receipt', 'customers.customer', 'customers.identity', 'customers.clue', 'cases."case"', 'cases.ownership',
  'cases.conversation', 'cases.participant', 'cases.interaction', 'channels.fingerprint', 'channels.heard', 'base.event',
] // prettier-ignore
const COUNTER = 'update cases.counter set last_number = last_number where tenant_id = $1'

export async function newIds(owner: pg.Client, known: readonly string[]): Promise<string[]> {
  const made = [
    'base.file',
    'channels.receipt',
    'customers.customer',
    'customers.identity',
    'cases."case"',
    'cases.ownership',
    'cases.conversation',
    'cases.interaction',
  ]
  const { rows } = await owner.query<{ id: string }>(made.map((table) => `select id::text from ${table}`).join(' union all '))
  return rows.map(({ id }) => id).filter((id) => !known.includes(id))
}

/** After exactly one mail has been filed. `before`: the ids there were before it. */
export async function floorOf(owner: pg.Client, before: readonly string[]): Promise<Template> {
  const { rows } = await owner.query<{ tenant_id: string }>('select tenant_id::text from channels.receipt')
  const found = await templateOf(owner, rows[0]!.tenant_id, { tables, own: await newIds(owner, before), updates: [COUNTER] })
  // The receipt was written waiting and then filed; a bare transaction writes it filed, after the interaction it names.
  const receipts = found.rows.filter(({ table }) => table === 'channels.receipt')
  const at = found.rows.findIndex(({ table }) => table === 'channels.fingerprint')
  const others = found.rows.filter(({ table }) => table !== 'channels.receipt')
  return { ...found, rows: others.toSpliced(at - receipts.length, 0, ...receipts) }
}
