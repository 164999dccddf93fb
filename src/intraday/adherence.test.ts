import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as staff from '#staff'
import { roles } from '#access/contract'
import { startTail } from '#base/journal'
import type { Actor, PersonId } from '#base/contract'
import { testHouse, type TestHouse } from '#base/test-database'
import { presenceChanged } from '#staff/contract'
import { readers } from './listen.ts'
import { grantException, withdrawException } from './people/exceptions.ts'
import { doneToday } from './people/marks-today.ts'
import { listAdherence } from './people/list.ts'
import { dayOfOne, myDay } from './people/one-day.ts'
import { changeSettings, showSettings, usualSettings } from './settings/settings.ts'
import { today } from './day/today.ts'

type Centre = TestHouse & {
  ana: PersonId
  bob: PersonId
  team: string
  other: string
  as(person: PersonId, teams: string[] | null): Actor
  hear(): Promise<void>
}

async function centre(): Promise<Centre> {
  const house = await testHouse('2026-11-20T08:00:00Z')
  const unique = house.tenant.slice(0, 8)
  const add = async (name: string) => (await house.work((work) => staff.addPerson(work, { name, email: `${name}-${unique}@centre.example`, language: 'fr', roles: ['agent'] }))).id
  const [ana, bob, lea] = [await add('ana'), await add('bob'), await add('lea')]
  const team = (await house.work((work) => staff.addTeam(work, { name: 'Nord', manager_id: lea }))).id
  const other = (await house.work((work) => staff.addTeam(work, { name: 'Sud', manager_id: bob }))).id
  await house.work((work) => staff.joinTeam(work, { team, person: ana }))
  return {
    ...house, ana, bob, team, other,
    as: (id, teams) => ({ kind: 'person', id, permissions: roles.team_manager.permissions, scope: { teams, brands: null } }),
    hear: async () => {
      const tail = await startTail(house.open, readers)
      await tail.settled()
      await tail.stop()
    },
  }
} // prettier-ignore

const at = (house: Centre, time: string): void => house.clock.set(`2026-11-20T${time}:00Z`)
const says = (house: Centre, person: PersonId, state: 'available' | 'away' | 'offline') =>
  house.work((work) => staff.setPresence(work, { person, state }))
const done = (house: Centre, person: PersonId) =>
  house.work(async (work) => ((await doneToday(work, await today(work))).get(person) ?? []).map(({ doing }) => doing))

test('what somebody did today is heard from the journal once, however often it is read, and late news finds its place', async () => {
  const house = await centre()
  at(house, '08:00')
  await says(house, house.ana, 'available')
  at(house, '10:00')
  await says(house, house.ana, 'away')
  at(house, '10:10')
  await house.hear()
  assert.deepEqual(await done(house, house.ana), ['offline', 'ready', 'away'])
  await house.work((work) => work.sql.run`delete from base.cursor where tenant_id = ${work.tenant}`)
  await house.hear()
  assert.deepEqual(await done(house, house.ana), ['offline', 'ready', 'away'])
  await house.work(async (work) =>
    work.publish(presenceChanged, { person: house.ana, state: 'busy', since: '2026-11-20T09:00:00Z' }),
  )
  await house.hear()
  assert.deepEqual(await done(house, house.ana), ['offline', 'ready', 'busy', 'away'])
})

test('a mark is never changed', async () => {
  const house = await centre()
  await says(house, house.ana, 'available')
  await house.hear()
  await assert.rejects(
    house.work((work) => work.sql.run`update intraday.mark set word = 'busy' where tenant_id = ${work.tenant}`),
    /permission denied/,
  )
})

test('a manager sees the people of their team and nobody else; everybody sees their own day', async () => {
  const house = await centre()
  await says(house, house.ana, 'available')
  await says(house, house.bob, 'available')
  await house.hear()
  const seen = async (actor: Actor) =>
    (await house.work((work) => listAdherence(work, {}), actor)).people.map(({ person }) => person.name)
  assert.deepEqual(await seen(house.as(house.bob, [house.team])), ['ana'])
  assert.deepEqual(await seen(house.as(house.bob, null)), ['ana', 'bob'])
  await assert.rejects(
    house.work((work) => dayOfOne(work, { person: house.bob }), house.as(house.ana, [house.team])),
    /not_allowed/,
  )
  const agent: Actor = {
    kind: 'person',
    id: house.ana,
    permissions: roles.agent.permissions,
    scope: { teams: null, brands: null },
  }
  await assert.rejects(
    house.work((work) => listAdherence(work, {}), agent),
    /not_allowed/,
  )
  const mine = await house.work((work) => myDay(work, {}), agent)
  assert.equal(mine.person.name, 'ana')
  assert.equal(mine.figures.adherence, null, 'nothing was planned: no figure')
})

test('an exception is granted by a manager, to others, with its reason, and can be taken back', async () => {
  const house = await centre()
  const wish = {
    person: house.ana,
    from: '2026-11-20T08:00:00Z',
    to: '2026-11-20T09:00:00Z',
    reason: 'technical' as const,
    note: 'Poste en panne',
  }
  const manager = house.as(house.bob, [house.team])
  const { id, granted_by } = await house.work((work) => grantException(work, wish), manager)
  assert.equal(granted_by?.name, 'bob')
  const day = await house.work((work) => dayOfOne(work, { person: house.ana }), manager)
  assert.deepEqual(
    day.exceptions.map(({ note }) => note),
    ['Poste en panne'],
  )
  await house.work((work) => withdrawException(work, { id }), manager)
  assert.deepEqual((await house.work((work) => dayOfOne(work, { person: house.ana }), manager)).exceptions, [])
  await assert.rejects(
    house.work((work) => grantException(work, { ...wish, to: wish.from }), manager),
    /exception_span/,
  )
  await assert.rejects(
    house.work((work) => grantException(work, wish), house.as(house.ana, [house.team])),
    /exception_of_oneself/,
  )
  await assert.rejects(
    house.work((work) => grantException(work, wish), house.as(house.bob, [house.other])),
    /not_allowed/,
  )
})

test('settings are changed by who saw them last, and an alert closes lower than it opens', async () => {
  const house = await centre()
  assert.deepEqual(await house.work(showSettings), usualSettings)
  const changed = await house.work((work) => changeSettings(work, { ...usualSettings, streak_min: 90 }))
  assert.equal(changed.version, 1)
  assert.equal((await house.work(showSettings)).streak_min, 90)
  await assert.rejects(
    house.work((work) => changeSettings(work, { ...usualSettings, streak_min: 60 })),
    /stale/,
  )
  await assert.rejects(
    house.work((work) => changeSettings(work, { ...changed, alert_closes_at: 0.7 })),
    /alert_bounds/,
  )
})
