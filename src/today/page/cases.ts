// Cases new to me, and customers whose answer we wait for.
import * as cases from '#cases'
import { LINES, MOST_COUNTED } from '../contract.ts'
import type { Asked, Made } from './asked.ts'
import { caseLine } from './lines.ts'

export async function fresh({ work, person }: Asked): Promise<Made> {
  const wanted = { status: 'open', owner: person, stands: 'new' } as const
  const [{ items }, count] = await Promise.all([
    cases.list(work, { ...wanted, limit: LINES }),
    cases.countListed(work, { ...wanted, limit: MOST_COUNTED }),
  ])
  return { items: items.map((row) => caseLine('new', row)), count, late: 0, all: '/' }
}

export async function customersAwaited({ work, person }: Asked): Promise<Made> {
  const wanted = { status: 'open', owner: person, stands: 'waiting_for_others' } as const
  const [{ items }, count] = await Promise.all([
    cases.list(work, { ...wanted, limit: LINES }),
    cases.countListed(work, { ...wanted, limit: MOST_COUNTED }),
  ])
  return { items: items.map((row) => caseLine('waiting', row, { at: row.last_out_at })), count, late: 0, all: '/' }
}
