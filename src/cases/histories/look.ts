// What must hold after every step, asked of the tables themselves and not of the verbs; and of every past instant, held against what was
// written down while it happened.
import assert from 'node:assert/strict'
import type { PersonId } from '#base/contract'
import { boolean, instant, integer, nullable, uuid } from '#base/sql'
import type { Work } from '#base/work'
import { brokenPromises } from '../broken-promises.ts'
import type { CaseId } from '../contract.ts'
import { list } from '../list.ts'
import { as, inHouse, type World } from './world.ts'

const standing = {
  id: uuid<CaseId>(), opened_at: instant, is_open: boolean, main_id: nullable(uuid<CaseId>()), owner_id: uuid<PersonId>(), answering: integer, owner_is_here: boolean,
  kept_open: boolean, offers: integer, stray_offers: integer, main_agrees: boolean,
} // prettier-ignore
const standingOf = (work: Work) => work.sql.many(standing)`
  select c.id, c.opened_at, c.closed_at is null as is_open, c.main_id, c.owner_id,
    (select count(*) from cases.ownership o where o.tenant_id = c.tenant_id and o.case_id = c.id and o.until is null and o.person_id = c.owner_id
      and not exists (select from cases.ownership x where x.tenant_id = c.tenant_id and x.case_id = c.id and x.until is null and x.id <> o.id)) as answering,
    p.left_at is null as owner_is_here,
    exists (select from cases.blocker b where b.tenant_id = c.tenant_id and b.case_id = c.id and b.ended_at is null) and not exists (
      select from cases.closure k where k.tenant_id = c.tenant_id and k.case_id = c.id and k.ended_at is null and k.because is not null) as kept_open,
    (select count(*) from cases.hand_over h where h.tenant_id = c.tenant_id and h.case_id = c.id and h.ended_at is null) as offers,
    (select count(*) from cases.hand_over h join staff.person t on t.tenant_id = h.tenant_id and t.id = h.to_id
      where h.tenant_id = c.tenant_id and h.case_id = c.id and h.ended_at is null
        and (c.closed_at is not null or c.main_id is not null or h.from_id <> c.owner_id or t.left_at is not null)) as stray_offers,
    (c.main_id is not null) = exists (
      select from cases.merge e where e.tenant_id = c.tenant_id and e.merged_id = c.id and e.undone_at is null) and (c.main_id is null or exists (
      select from cases."case" m where m.tenant_id = c.tenant_id and m.id = c.main_id and m.main_id is null and m.owner_id = c.owner_id
        and (m.closed_at is null or c.closed_at is not null))) as main_agrees
  from cases."case" c join staff.person p on p.tenant_id = c.tenant_id and p.id = c.owner_id
  where c.tenant_id = ${work.tenant}`

const answeredAt = (work: Work, at: Temporal.Instant) => work.sql.many({
  id: uuid<CaseId>(),
  owners: integer,
  owner: nullable(uuid<PersonId>()),
})`
  select c.id, count(o.id) as owners, (array_agg(o.person_id))[1] as owner
  from cases."case" c left join cases.ownership o on o.tenant_id = c.tenant_id and o.case_id = c.id and o.since <= ${at} and (o.until > ${at} or o.until is null)
  where c.tenant_id = ${work.tenant} group by c.id`

/** After a step: `mayChange`, whether it may change who answers for a case. `instants`: past moments to ask for. */
export async function look(
  world: World,
  { mayChange, instants }: { mayChange: boolean; instants: Temporal.Instant[] },
): Promise<void> {
  await inHouse(world, async (work) => {
    const now = await standingOf(work)
    for (const each of now) lookAt(each)
    writeDown(world, now, mayChange)
    for (const at of instants) {
      const found = await answeredAt(work, at)
      for (const { id, owners, owner } of found) {
        const told = ownerThen(world, id, at)
        assert.equal(owners, told ? 1 : 0, `${id} was answered for by ${owners} at ${at.toString()}`)
        if (told) assert.equal(owner, told, `${id} was answered for by somebody else at ${at.toString()}`)
      }
    }
  })
}

function lookAt(found: Awaited<ReturnType<typeof standingOf>>[number]): void {
  assert.equal(found.answering, 1, `${found.id}: exactly one answers`)
  assert.ok(!found.is_open || found.owner_is_here, `${found.id}: whoever answers is here`)
  assert.ok(found.is_open || !found.kept_open, `${found.id}: nothing keeps open what is closed without a reason`)
  assert.ok(
    found.offers <= 1 && found.stray_offers === 0,
    `${found.id}: an offer waits only in an open case of its giver, for somebody who is here`,
  )
  assert.ok(found.main_agrees, `${found.id}: what is part of another case is answered for with it and is not open longer`)
}

// An ownership begins when the one before it ended, also when the clock went back in between.
function writeDown(
  world: World,
  now: { id: CaseId; owner_id: PersonId; opened_at: Temporal.Instant }[],
  mayChange: boolean,
): void {
  for (const { id, owner_id: owner, opened_at } of now) {
    const known = world.history.get(id) ?? []
    const last = known.at(-1)
    if (last?.owner === owner) continue
    assert.ok(!last || mayChange, `${id}: nothing happened that may change who answers`)
    const at = world.clock.now()
    const from = last ? (Temporal.Instant.compare(at, last.from) < 0 ? last.from : at) : opened_at
    world.history.set(id, [...known, { from, owner }])
  }
}

function ownerThen(world: World, id: CaseId, at: Temporal.Instant): PersonId | undefined {
  return (world.history.get(id) ?? []).findLast(({ from }) => Temporal.Instant.compare(from, at) <= 0)?.owner
}

/** Now and then: what is dearer to ask. Each case of somebody who is away is in exactly the list of whoever stands in, and the doctor finds nothing. */
export async function lookAround(world: World): Promise<void> {
  await inHouse(world, async (work) => {
    assert.deepEqual(await brokenPromises(work), [])
    const all = (await list(work, { limit: 200, status: 'open' })).items
    const lists = new Map<PersonId, Set<CaseId>>()
    for (const me of world.people) {
      const mine = await list({ ...work, actor: as(me) }, { limit: 200, status: 'open', owner: 'covered' })
      lists.set(me, new Set(mine.items.map(({ id }) => id)))
    }
    for (const { id, covered_by } of all)
      for (const [me, ids] of lists)
        assert.equal(ids.has(id), covered_by?.person.id === me, `${id} is covered by whoever has it in their list`)
  })
}
