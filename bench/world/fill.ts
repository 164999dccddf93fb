// Writes cases by the hundred thousand, as the owner of the database and past its foreign keys, with a believable spread: few owners have
// most of the cases, one in twenty is open, customers write again, a case has two messages or so, and one has two hundred.
import type pg from 'pg'

export type Filled = { cases: number; owners: string[]; customers: string[]; brands: string[]; deepest: string }

const AT_ONCE = 50_000
const PEOPLE = 200
// An id made of a kind's letter and a number: the same in every table that names it.
const id = (kind: string, n: string): string => `('${kind}0000000-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`

export async function fill(owner: pg.Client, { from, to }: { from: number; to: number }): Promise<Filled> {
  await owner.query("set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '512MB'")
  const { rows } = await owner.query<{ tenant: string }>('select tenant_id::text as tenant from access.tenant limit 1')
  const tenant = rows[0]!.tenant
  if (from === 0) await people(owner, tenant)
  if (from === 0) await away(owner, tenant)
  for (let n = from; n < to; n += AT_ONCE) await some(owner, tenant, { first: n + 1, last: Math.min(to, n + AT_ONCE) })
  if (from === 0) await deep(owner, tenant)
  await owner.query(`update cases.counter set last_number = ${to} where tenant_id = '${tenant}'`)
  await owner.query(`insert into cases.counter values ('${tenant}', ${to}) on conflict do nothing`)
  await owner.query(
    'vacuum (analyze, parallel 0) cases."case", cases.ownership, cases.interaction, cases.conversation, cases.handler, customers.customer, staff.person, staff.absence',
  )
  await owner.query('set session_replication_role = origin; checkpoint')
  const list = async (text: string): Promise<string[]> => (await owner.query<{ id: string }>(text)).rows.map((row) => row.id)
  return {
    cases: to,
    owners: await list(
      `select owner_id::text as id from cases."case" where closed_at is null group by 1 order by count(*) desc limit 50`,
    ),
    customers: await list(`select customer_id::text as id from cases."case" group by 1 order by count(*) desc limit 50`),
    brands: await list('select id::text from brands.brand'),
    deepest: (await list(`select ${id('c', '1')}::text as id`))[0]!,
  }
}

async function people(owner: pg.Client, tenant: string): Promise<void> {
  await owner.query(`
    insert into staff.person (tenant_id, id, name, email, language, joined_at)
    select '${tenant}', ${id('a', 'n')}, 'Personne ' || n, 'personne' || n || '@centre.example', 'fr', now() - interval '3 years'
    from generate_series(1, ${PEOPLE}) n`)
  await owner.query(`
    insert into brands.brand (tenant_id, id, name, language, colour, signature, made_at)
    select tenant_id, ${id('b', 'n')}, 'Marque ' || n, language, colour, signature, made_at from brands.brand, generate_series(1, 3) n`)
  await owner.query(`
    insert into customers.customer (tenant_id, id, name, folded, added_at)
    select '${tenant}', ${id('d', 'n')}, 'Cliente ' || n, 'cliente ' || n, now() - interval '2 years' from generate_series(1, 300000) n`)
}

// One in sixteen is away, each with a deputy: their cases are in the deputy's list, and every list says so.
async function away(owner: pg.Client, tenant: string): Promise<void> {
  await owner.query(`
    insert into staff.absence (tenant_id, id, person_id, starts_at, ends_at, reason, deputy_id, noted_at, asked_by, approved_at, approved_by)
    select '${tenant}', ${id('8', 'n')}, ${id('a', 'n')}, now() - interval '1 day', now() + interval '6 days', 'leave', ${id('a', 'n + 100')}, now(), 'bench', now(), 'bench'
    from generate_series(1, 96, 8) n`)
}

async function some(owner: pg.Client, tenant: string, { first, last }: { first: number; last: number }): Promise<void> {
  // The newest case has moved a moment ago, the oldest three years; those still open are among the newer ones.
  await owner.query(`
    create temp table made as
    select n, 1 + floor(${PEOPLE} * random() ^ 2)::int as person, 1 + floor(300000 * random() ^ 1.5)::int as customer,
      now() - interval '3 years' * random() ^ 2 as at, random() as luck
    from generate_series(${first}, ${last}) n`)
  await owner.query(`
    insert into cases."case" (tenant_id, id, number, subject, brand_id, entry_point_id, customer_id, ownership_id, owner_id, opened_at, last_at,
      last_in_at, last_out_at, owner_looked_at, closed_at, closed_by, priority)
    select '${tenant}', ${id('c', 'n')}, n, 'Commande ' || n || ' : où en est-elle ?', case when luck < 0.5 then e.brand_id else ${id('b', '1 + n % 3')} end, e.id,
      ${id('d', 'customer')}, ${id('e', 'n')}, ${id('a', 'person')}, at - interval '2 days', at, at, case when luck < 0.97 then at - interval '1 hour' end,
      case when luck < 0.98 then at end, case when luck < 0.95 then at end, case when luck < 0.95 then 'bench' end,
      case when luck > 0.999 then 'urgent' when luck > 0.99 then 'high' else 'normal' end
    from made, (select id, brand_id from brands.entry_point limit 1) e`)
  await owner.query(`
    insert into cases.ownership (tenant_id, id, case_id, person_id, chosen_by, since, by)
    select '${tenant}', ${id('e', 'n')}, ${id('c', 'n')}, ${id('a', 'person')}, 'duty', at - interval '2 days', 'bench' from made`)
  await owner.query(`
    insert into cases.conversation (tenant_id, id, case_id, channel, entry_point_id, opened_at)
    select '${tenant}', ${id('f', 'n')}, ${id('c', 'n')}, 'email', e.id, at from made, (select id from brands.entry_point limit 1) e`)
  await owner.query(`
    insert into cases.handler (tenant_id, id, case_id, person_id, since, by)
    select '${tenant}', ${id('9', 'n')}, ${id('c', 'n')}, ${id('a', `1 + (person + 7) % ${PEOPLE}`)}, at, 'bench' from made where luck > 0.98`)
  await messages(owner, tenant, 'made, generate_series(1, 1 + (luck * 2)::int) m')
  await owner.query('drop table made')
}

const messages = (owner: pg.Client, tenant: string, from: string) =>
  owner.query(`
    insert into cases.interaction (tenant_id, id, case_id, conversation_id, direction, kind, at, from_name, from_address, recipients, subject, text,
      visible_text, marks, state, state_at)
    select '${tenant}', gen_random_uuid(), ${id('c', 'n')}, ${id('f', 'n')}, 'in', 'message', at - m * interval '1 hour', 'Cliente ' || n, 'c' || n || '@client.example',
      '{"to":[],"cc":[],"more":0}', 'Commande', repeat('Bonjour, où en est ma commande ? ', 8), repeat('Bonjour, où en est ma commande ? ', 8), '{}', 'received', at
    from ${from}`)

async function deep(owner: pg.Client, tenant: string): Promise<void> {
  await messages(owner, tenant, 'generate_series(1, 1) n, generate_series(1, 199) m, (select now() as at) t')
}
