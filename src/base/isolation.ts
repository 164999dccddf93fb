// The catalogue test: what PostgreSQL says about itself, held against the rules that keep tenants apart. Returns one sentence per leak.
import { connect, type Driver } from './sql.ts'
import * as catalogue from './store/catalogue.ts'

// Each exception says why it leaks nothing. An exception that no longer exists is a complaint too.
export type Exceptions = {
  outside: Record<string, string> // tables that belong to no tenant; our roles may not touch them
  indexes: Record<string, string> // do not begin with the tenant
  across: Record<string, string> // unique for the whole installation, so that one tenant learns that another has a value
  definers: Record<string, string> // run with the owner's rights, past row-level security
  dispatcher: Record<string, string[]> // all that the dispatcher may do, table by table
  appendOnly: Record<string, string[]> // what the server may not do with a table
}

const TENANT = '(tenant_id = ( SELECT base.tenant() AS tenant))'
const SERVER = 'guichet_server'
const DISPATCHER = 'guichet_dispatcher'

type Read<Name extends keyof typeof catalogue> = Awaited<ReturnType<(typeof catalogue)[Name]>>

export async function leaks(client: Driver, exceptions: Exceptions): Promise<string[]> {
  const sql = connect(client, false)
  const relations = await catalogue.relations(sql)
  const grants = await catalogue.grants(sql)
  return [
    ...relationLeaks(relations, exceptions),
    ...policyLeaks(relations, await catalogue.policies(sql), exceptions),
    ...indexLeaks(await catalogue.indexes(sql), exceptions),
    ...foreignKeyLeaks(await catalogue.foreignKeys(sql)),
    ...functionLeaks(await catalogue.functions(sql), exceptions),
    ...grantLeaks(grants, exceptions),
    ...(await catalogue.rolePowers(sql)).map(({ role, power }) => `${role} ${power}`),
    ...stale(relations, { ...exceptions.outside, ...exceptions.dispatcher, ...exceptions.appendOnly }),
  ]
}

function relationLeaks(relations: Read<'relations'>, { outside }: Exceptions): string[] {
  return relations.flatMap(({ name, kind, guarded, options, tenant, keyed }) => {
    if (name in outside) return []
    if (kind === 'm') return [`the materialised view ${name} cannot be guarded by row-level security`]
    if (kind === 'f') return [`the foreign table ${name} is beyond row-level security`]
    if (kind === 'v') return options?.includes('security_invoker=true') ? [] : [`the view ${name} is not security_invoker`]
    return [
      ...(guarded ? [] : [`${name} has no row-level security`]),
      ...(tenant ? [] : [`${name} has no tenant_id uuid not null`]),
      ...(keyed ? [] : [`${name} has no primary key`]),
    ]
  })
}

function policyLeaks(relations: Read<'relations'>, policies: Read<'policies'>, { outside, dispatcher }: Exceptions): string[] {
  const byRelation = Map.groupBy(policies, ({ relation }) => relation)
  return relations.flatMap(({ name, kind }) => {
    if (name in outside || (kind !== 'r' && kind !== 'p')) return []
    const own = byRelation.get(name) ?? []
    const isTenants = (p: (typeof own)[number]) =>
      p.permissive && p.command === '*' && p.roles.join() === SERVER && p.reads === TENANT && p.writes === TENANT
    const isDispatchers = (p: (typeof own)[number]) => p.permissive && p.roles.join() === DISPATCHER && name in dispatcher
    return [
      ...(own.some(isTenants) ? [] : [`${name} has no policy that keeps ${SERVER} to its tenant`]),
      ...own
        .filter((p) => p.permissive && !isTenants(p) && !isDispatchers(p))
        .map((p) => `${name}: the policy ${p.name} opens it further`),
    ]
  })
}

function indexLeaks(indexes: Read<'indexes'>, { outside, indexes: plain, across }: Exceptions): string[] {
  const names = new Set(indexes.map(({ name }) => name))
  const wrong = indexes
    .filter(({ relation, leads }) => leads !== 'tenant_id' && !(relation in outside))
    .filter(({ name, unique }) => !(name in (unique ? across : plain)))
    .map(
      ({ relation, name, unique }) => `the ${unique ? 'unique ' : ''}index ${name} of ${relation} does not begin with tenant_id`,
    )
  return [...wrong, ...Object.keys({ ...plain, ...across }).flatMap((name) => (names.has(name) ? [] : [`the exception for the index ${name} is out of date`]))] // prettier-ignore
}

const foreignKeyLeaks = (keys: Read<'foreignKeys'>): string[] =>
  keys
    .filter(({ leads, meets }) => leads !== 'tenant_id' || meets !== 'tenant_id')
    .map(({ name }) => `the foreign key ${name} does not begin with tenant_id on both sides`)

function functionLeaks(functions: Read<'functions'>, { definers }: Exceptions): string[] {
  const found = functions.flatMap(({ name, definer, leakproof, body, settings, anyone }) => {
    const said = [
      ...(leakproof ? [`the function ${name} says that it is leakproof`] : []),
      ...(/app\.tenant/.test(`${body} ${settings?.join() ?? ''}`) && name !== 'base.tenant'
        ? [`the function ${name} touches app.tenant`]
        : []),
    ]
    if (!definer) return said
    if (!(name in definers)) return [...said, `the function ${name} is security definer`]
    return [
      ...said,
      ...(body.toLowerCase().includes('tenant_id = (select base.tenant())')
        ? []
        : [`the function ${name} does not keep to the tenant`]),
      ...(settings?.some((setting) => setting.startsWith('search_path=pg_catalog'))
        ? []
        : [`the function ${name} does not fix its search_path`]),
      ...(anyone ? [`the function ${name} may be called by everybody`] : []),
    ]
  })
  const known = new Set(functions.flatMap(({ name, definer }) => (definer ? [name] : [])))
  return [...found, ...Object.keys(definers).flatMap((name) => (known.has(name) ? [] : [`the exception for the function ${name} is out of date`]))] // prettier-ignore
}

const ROWS = new Set(['select', 'insert', 'update', 'delete'])

function grantLeaks(grants: Read<'grants'>, { outside, dispatcher, appendOnly }: Exceptions): string[] {
  const serverMay = ({ relation, privilege }: (typeof grants)[number]): boolean => {
    const bare = privilege.replace(/\(.*/, '')
    return ROWS.has(bare) && !(relation in outside) && !(appendOnly[relation] ?? []).includes(bare)
  }
  const has = new Set(
    grants.filter(({ role }) => role === DISPATCHER).map(({ relation, privilege }) => `${relation} ${privilege}`),
  )
  const declared = new Set(
    Object.entries(dispatcher).flatMap(([relation, list]) => list.map((privilege) => `${relation} ${privilege}`)),
  )
  return [
    ...grants.filter(({ role }) => role === 'public').map(({ relation, privilege }) => `everybody may ${privilege} ${relation}`),
    ...grants
      .filter((grant) => grant.role === SERVER && !serverMay(grant))
      .map(({ relation, privilege }) => `${SERVER} may ${privilege} ${relation}`),
    ...[...has.difference(declared)].map((grant) => `${DISPATCHER} may, undeclared: ${grant}`),
    ...[...declared.difference(has)].map((grant) => `${DISPATCHER} may not, though declared: ${grant}`),
  ]
}

function stale(relations: Read<'relations'>, named: Record<string, unknown>): string[] {
  const names = new Set(relations.map(({ name }) => name))
  return Object.keys(named).flatMap((name) => (names.has(name) ? [] : [`the exception for ${name} is out of date`]))
}
