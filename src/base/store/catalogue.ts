// What PostgreSQL itself says about tables, policies, grants and roles. Read by the owner, in whatever transaction the caller holds.
import { boolean, nullable, text, texts, type Sql } from '../sql.ts'

// Ours is every schema that is not PostgreSQL's; what an extension brought is the extension's.
const relation = { name: text, kind: text, guarded: boolean, options: nullable(texts), tenant: boolean, keyed: boolean }

export const relations = (sql: Sql) => sql.many(relation)`
  select format('%s.%s', n.nspname, c.relname) as name, c.relkind::text as kind, c.relrowsecurity as guarded, c.reloptions as options,
    exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and a.atttypid = 'uuid'::regtype and a.attnotnull) as tenant,
    exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary) as keyed
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname !~ '^(pg_|information_schema$)'
    and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e')
  order by 1`

export const policies = (sql: Sql) => sql.many({
  relation: text, name: text, command: text, permissive: boolean, roles: texts, reads: nullable(text), writes: nullable(text),
})`
  select format('%s.%s', n.nspname, c.relname) as relation, p.polname::text as name, p.polcmd::text as command, p.polpermissive as permissive,
    (select array_agg(coalesce(r.rolname::text, 'public') order by 1) from unnest(p.polroles) as o left join pg_roles r on r.oid = o) as roles,
    pg_get_expr(p.polqual, p.polrelid) as reads, pg_get_expr(p.polwithcheck, p.polrelid) as writes
  from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
  order by 1, 2` // prettier-ignore

export const indexes = (sql: Sql) => sql.many({ relation: text, name: text, unique: boolean, leads: nullable(text) })`
  select format('%s.%s', n.nspname, t.relname) as relation, format('%s.%s', n.nspname, x.relname) as name,
    i.indisunique or i.indisexclusion as unique,
    (select a.attname::text from pg_attribute a where a.attrelid = i.indrelid and a.attnum = i.indkey[0]) as leads
  from pg_index i join pg_class x on x.oid = i.indexrelid join pg_class t on t.oid = i.indrelid join pg_namespace n on n.oid = t.relnamespace
  where n.nspname !~ '^(pg_|information_schema$)'
  order by 1, 2`

export const foreignKeys = (sql: Sql) => sql.many({ name: text, leads: text, meets: text })`
  select format('%s of %s.%s', k.conname, n.nspname, c.relname) as name, a.attname::text as leads, b.attname::text as meets
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
  join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
  where k.contype = 'f' and n.nspname !~ '^(pg_|information_schema$)'
  order by 1`

export const functions = (sql: Sql) => sql.many({
  name: text,
  definer: boolean,
  leakproof: boolean,
  body: text,
  settings: nullable(texts),
  anyone: boolean,
})`
  select format('%s.%s', n.nspname, p.proname) as name, p.prosecdef as definer, p.proleakproof as leakproof,
    coalesce(pg_get_function_sqlbody(p.oid), p.prosrc) as body, p.proconfig as settings, has_function_privilege('public', p.oid, 'execute') as anyone
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname !~ '^(pg_|information_schema$)'
    and not exists (select from pg_depend d where d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e')
  order by 1`

// What each of our roles, and everybody, may do with each relation; one line per relation, role and privilege, with the column if it is one.
export const grants = (sql: Sql) => sql.many({ relation: text, role: text, privilege: text })`
  select format('%s.%s', n.nspname, c.relname) as relation, coalesce(r.rolname::text, 'public') as role, lower(g.privilege_type) || g.col as privilege
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  cross join lateral (
    select grantee, privilege_type, '' as col from aclexplode(c.relacl)
    union all
    select e.grantee, e.privilege_type, format('(%s)', a.attname) from pg_attribute a cross join lateral aclexplode(a.attacl) e
    where a.attrelid = c.oid and a.attacl is not null) g
  left join pg_roles r on r.oid = g.grantee
  where n.nspname !~ '^(pg_|information_schema$)' and (g.grantee = 0 or r.rolname in ('guichet_server', 'guichet_dispatcher'))
    and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e')
  order by 1, 2, 3`

export const rolePowers = (sql: Sql) => sql.many({ role: text, power: text })`
  with ours as (select * from pg_roles where rolname in ('guichet_server', 'guichet_dispatcher'))
  select rolname::text as role, 'is a superuser' as power from ours where rolsuper
  union all select rolname::text, 'bypasses row-level security' from ours where rolbypassrls
  union all select rolname::text, 'may create roles or databases' from ours where rolcreaterole or rolcreatedb
  union all select rolname::text, 'may replicate' from ours where rolreplication
  union all select o.rolname::text, format('is a member of %s', g.rolname)
    from ours o join pg_auth_members m on m.member = o.oid join pg_roles g on g.oid = m.roleid
  union all select distinct o.rolname::text, format('owns %s', pg_describe_object(d.classid, d.objid, 0))
    from ours o join pg_shdepend d on d.refobjid = o.oid and d.deptype = 'o'
      and d.dbid in (0, (select oid from pg_database where datname = current_database()))
  union all select o.rolname::text, format('may create in the schema %s', n.nspname)
    from ours o cross join pg_namespace n where n.nspname !~ '^pg_' and has_schema_privilege(o.oid, n.oid, 'create')
  union all select o.rolname::text, 'may create schemas' from ours o where has_database_privilege(o.oid, current_database(), 'create')
  order by 1, 2`
