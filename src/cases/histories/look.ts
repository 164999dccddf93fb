// What must hold after every step, asked of the tables themselves and not of the verbs; and of every past instant, held against what was
// written down while it happened.
import assert from 'node:assert/strict'
import type { PersonId } from '#base/contract'
import { brokenPromises } from '../broken-promises.ts'
import type { CaseId } from '../contract.ts'
import { list } from '../list.ts'
import { answeredAt, standingOf, type StandingRow } from './store/told.ts'
import { as, inHouse, type World } from './world.ts'

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

function lookAt(found: StandingRow): void {
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
