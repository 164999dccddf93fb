import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { leaks, type Exceptions } from './isolation.ts'
import type { Driver } from './sql.ts'
import { testCluster } from './test-database.ts'

const columns = (...names: string[]): string[] => names.map((name) => `select(${name})`)

const exceptions: Exceptions = {
  outside: {
    'house.migration': 'which migrations were applied; our roles may not enter its schema',
  },
  indexes: {
    'base.event_order': 'the tail reads all tenants in the order of commits, as the dispatcher',
    'base.job_due': 'jobs are claimed for all tenants in the order they are due, as the dispatcher',
    'base.idempotency_age': 'old keys of all tenants are forgotten together, as the dispatcher',
    'access.account_tenants': 'which tenants an address may sign in to is asked before the tenant is known, as the dispatcher',
    'search.document_words': 'a GIN index over lexemes that begin with a mark of their tenant',
    'search.word_near': 'a GIN index over hashes, read by a function that keeps to the tenant',
  },
  across: {
    'brands.entry_point_email': 'a mail address leads to one tenant, or the mail door could not tell whose a message is',
    'brands.entry_point_accepts_any': 'one tenant takes what no address claims, for the same reason',
  },
  definers: {
    'search.matching':
      'full-text operators are not leakproof, so a policy would keep them from their index; it keeps to base.tenant()',
    'search.latest': 'as search.matching',
    'search.words_near': 'as search.matching',
    'demo.remove':
      'a demonstration goes with its append-only rows, which the server may not delete; it keeps to base.tenant() and refuses a house that is none',
  },
  dispatcher: {
    'base.event': ['select'],
    'base.cursor': ['select'],
    'base.parked': ['select'],
    'base.job': ['select', 'update'],
    'base.idempotency': ['delete', ...columns('tenant_id', 'actor_id', 'key', 'at')],
    'access.tenant': ['select'],
    'demo.house': ['select'],
    'access.account': columns('tenant_id', 'person_id', 'email', 'closed_at'),
    'brands.entry_point': columns('tenant_id', 'id', 'kind', 'address', 'accepts_any', 'closed_at'),
    'channels.receipt': columns('tenant_id', 'id', 'received_at', 'filed_at', 'tray_at', 'handled_at'),
    'channels.visit': columns('tenant_id', 'id', 'waiting_since', 'served_by', 'over_at'),
    'channels.mailbox': columns('tenant_id', 'id', 'version', 'closed_at', 'health', 'last_mail_at'),
  },
  appendOnly: {
    'base.event': ['update', 'delete'],
    'access.audit': ['update', 'delete'],
    'access.refusal': ['delete'],
    'customers.consent': ['update', 'delete'],
    'cases.note': ['update', 'delete'],
    'cases.interaction': ['delete'],
    'channels.receipt': ['delete'],
    'channels.form_version': ['update', 'delete'],
    'channels.form_submission': ['update', 'delete'],
    'channels.widget': ['delete'],
    'channels.identity_key': ['delete'],
    'channels.visit': ['delete'],
    'channels.chat_message': ['delete'],
    'tasks.topic': ['delete'],
    'tasks.deed': ['delete'],
    'tasks.stray': ['delete'],
    'tasks.chased': ['update', 'delete'],
    'channels.letter': ['delete'],
    'cases.ownership': ['delete'],
    'cases.case': ['delete'],
    'cases.hand_over': ['delete'],
    'cases.handler': ['delete'],
    'cases.blocker': ['delete'],
    'cases.closure': ['delete'],
    'cases.merge': ['delete'],
    'demo.house': ['delete'],
    'today.signal': ['update', 'delete'],
    'today.calming': ['update', 'delete'],
    'today.gate': ['update', 'delete'],
    'today.gate_item': ['update', 'delete'],
    'commitments.promise': ['delete'],
    'forecasting.imported': ['update'],
    'forecasting.publication': ['update', 'delete'],
    'forecasting.announcement': ['delete'],
    'forecasting.outlier_decision': ['delete'],
    'forecasting.adjustment': ['delete'],
  },
}

let owner: pg.Client
before(async () => {
  const { owner: address } = (await testCluster()).addresses
  owner = new pg.Client({
    ...address,
    types: { getTypeParser: () => (value: string) => value } as unknown as pg.CustomTypesConfig,
  }) // columns read the text themselves, as in database.ts
  owner.on('error', () => {}) // the server may be stopped before our goodbye
  await owner.connect()
})
after(() => owner.end())
const found = () => leaks(owner as unknown as Driver, exceptions) // a client answers queries in the shape a Driver asks for

test('no table, view, function, index, key, grant or role lets one tenant see another', async () => {
  assert.deepEqual(await found(), [])
})

const SOUND = 'create table base.planted (tenant_id uuid not null, id uuid not null, other uuid, primary key (tenant_id, id))'
const offenders: [name: string, sql: string, complaint: RegExp][] = [
  ['a table without row-level security', SOUND, /base\.planted has no row-level security/],
  [
    'row-level security without a policy',
    `${SOUND}; alter table base.planted enable row level security`,
    /base\.planted has no policy/,
  ],
  [
    'a policy that asks nothing',
    `${SOUND}; select base.isolate('base.planted'); create policy all_of_it on base.planted to guichet_server using (true)`,
    /the policy all_of_it opens it further/,
  ],
  [
    'a policy for everybody',
    `${SOUND}; select base.isolate('base.planted'); create policy all_of_it on base.planted for select using (true)`,
    /the policy all_of_it opens it further/,
  ],
  [
    'a policy that guards reading but not writing',
    `${SOUND}; alter table base.planted enable row level security;
     create policy tenant on base.planted to guichet_server using (tenant_id = (select base.tenant())) with check (true)`,
    /base\.planted has no policy that keeps/,
  ],
  [
    'a table without a tenant',
    `create table base.planted (id uuid primary key); alter table base.planted enable row level security`,
    /base\.planted has no tenant_id/,
  ],
  [
    'a table without a primary key',
    `create table base.planted (tenant_id uuid not null); select base.isolate('base.planted')`,
    /base\.planted has no primary key/,
  ],
  [
    'a primary key that forgets the tenant',
    `create table base.planted (tenant_id uuid not null, id uuid primary key); select base.isolate('base.planted')`,
    /the unique index base\.planted_pkey .* does not begin/,
  ],
  [
    'a unique key that forgets the tenant',
    `${SOUND}; select base.isolate('base.planted'); create unique index planted_key on base.planted (other)`,
    /the unique index base\.planted_key/,
  ],
  [
    'a unique key on an expression',
    `${SOUND}; select base.isolate('base.planted'); create unique index planted_key on base.planted (lower(other::text))`,
    /the unique index base\.planted_key/,
  ],
  ['an index that forgets the tenant', `create index planted on base.job (kind)`, /the index base\.planted of base\.job/],
  [
    'an exclusion that forgets the tenant',
    `alter table base.job add constraint planted exclude using btree (id with =)`,
    /the unique index base\.planted/,
  ],
  [
    'a foreign key that forgets the tenant',
    `${SOUND}; select base.isolate('base.planted'); create unique index a on base.planted (id); alter table base.planted add constraint planted foreign key (other) references base.planted (id)`,
    /the foreign key planted of base\.planted/,
  ],
  [
    'a view with its owner’s eyes',
    `create view base.planted as select * from base.event`,
    /the view base\.planted is not security_invoker/,
  ],
  [
    'a materialised view',
    `create materialized view base.planted as select * from base.event`,
    /the materialised view base\.planted/,
  ],
  ['a partition that is a door of its own', `create table base.parts (like base.file, primary key (tenant_id, id)) partition by list (tenant_id);
     select base.isolate('base.parts'); create table base.planted partition of base.parts default; grant select on base.planted to guichet_server`, /base\.planted has no row-level security/], // prettier-ignore
  [
    'a function with its owner’s rights',
    `create function base.planted() returns bigint language sql security definer as 'select count(*) from base.event'`,
    /base\.planted is security definer/,
  ],
  ['a known function that forgot the tenant', `create or replace function search.words_near(keys int[], most int) returns table (word text, stem text, documents int)
     language sql stable security definer set search_path = pg_catalog as 'select word, stem, documents from search.word where near && keys limit most'`, /search\.words_near does not keep to the tenant/], // prettier-ignore
  [
    'a known function that everybody may call',
    `grant execute on function search.latest to public`,
    /search\.latest may be called by everybody/,
  ],
  [
    'a function that changes the tenant',
    `create function base.planted() returns text language sql as $$ select set_config('app.tenant', 'x', true) $$`,
    /base\.planted touches app\.tenant/,
  ],
  [
    'a function that says it leaks nothing',
    `create function base.planted(a text) returns boolean language sql leakproof as 'select true'`,
    /base\.planted says that it is leakproof/,
  ],
  ['a grant to everybody', `grant select on base.file to public`, /everybody may select base\.file/],
  ['a truncate, which asks no policy', `grant truncate on base.file to guichet_server`, /guichet_server may truncate base\.file/],
  [
    'an audit trail that can be rewritten',
    `grant update on access.audit to guichet_server`,
    /guichet_server may update access\.audit/,
  ],
  [
    'an audit trail of which one column can be rewritten',
    `grant update (what) on access.audit to guichet_server`,
    /guichet_server may update\(what\) access\.audit/,
  ],
  [
    'a dispatcher who reads contents',
    `select base.show_dispatcher('base.file_piece', 'select')`,
    /guichet_dispatcher may, undeclared: base\.file_piece select/,
  ],
  [
    'a dispatcher who reads passwords',
    `grant select (password) on access.account to guichet_dispatcher`,
    /undeclared: access\.account select\(password\)/,
  ],
  ['a server that bypasses row-level security', `alter role guichet_server bypassrls`, /guichet_server bypasses/],
  [
    'a server that owns a table',
    `${SOUND}; select base.isolate('base.planted'); grant create on schema base to guichet_server; alter table base.planted owner to guichet_server`,
    /guichet_server owns table base\.planted/,
  ],
  [
    'a server that may become somebody else',
    `grant pg_read_all_data to guichet_server`,
    /guichet_server is a member of pg_read_all_data/,
  ],
  ['a server that may create', `grant create on schema base to guichet_server`, /guichet_server may create in the schema base/],
  [
    'an exception for what is gone',
    `drop index base.idempotency_age`,
    /the exception for the index base\.idempotency_age is out of date/,
  ],
]
for (const [name, sql, complaint] of offenders)
  test(`the catalogue test notices ${name}`, async () => {
    await owner.query('begin')
    try {
      await owner.query(sql)
      assert.match((await found()).join('\n'), complaint)
    } finally {
      await owner.query('rollback')
    }
  })

test('who names no tenant, or a tenant that is nobody’s, sees no row of any table', async () => {
  const tables =
    await owner.query(`select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and has_schema_privilege('guichet_server', n.oid, 'usage') and has_table_privilege('guichet_server', c.oid, 'select')
      and n.nspname !~ '^(pg_|information_schema$)'`)
  assert.ok(tables.rows.length > 15, 'tables were found')
  await owner.query('begin')
  try {
    await owner.query(`insert into access.tenant values (gen_random_uuid(), 'somebody', now())`)
    await owner.query(`set local role guichet_server`)
    for (const tenant of ['', '00000000-0000-7000-8000-000000000000']) {
      await owner.query(`select set_config('app.tenant', $1, true)`, [tenant])
      for (const { name } of tables.rows) {
        const { rows } = await owner.query(`select count(*) as count from ${name}`)
        assert.equal(rows[0].count, '0', `${name} shows rows to "${tenant}"`)
      }
    }
  } finally {
    await owner.query('rollback')
  }
})
