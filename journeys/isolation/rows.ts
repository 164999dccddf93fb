// A fingerprint of all that one tenant holds, table by table: what must be the same after a stranger has tried everything.
import type pg from 'pg'

export async function fingerprint(owner: pg.Client, tenant: string): Promise<Record<string, string>> {
  const tables = await owner.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
    where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' order by 1`)
  const prints: Record<string, string> = {}
  const row = `(to_jsonb(t) - 'health')::text` // a watched mailbox writes down how it is, whoever asks
  for (const { name } of tables.rows) {
    const { rows } = await owner.query<{ print: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(${row}, '|' order by ${row})), '') as print from ${name} t where tenant_id = $1`,
      [tenant],
    )
    prints[name] = rows[0]?.print ?? ''
  }
  return prints
}
