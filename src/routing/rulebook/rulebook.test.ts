import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as staff from '#staff'
import type { Actor, PersonId } from '#base/contract'
import { uuid } from '#base/sql'
import { testHouse, type TestHouse } from '#base/test-database'
import type { SkillId } from '#staff/contract'
import { rulesInForce } from '../contract/events.ts'
import { abilityChanged } from '../contract/rulebook-endpoints.ts'
import { rulebookShape, type QueueInput, type Rulebook } from '../contract/rulebook.ts'
import { guardShape, planShape } from '../contract/trial.ts'
import { begin } from '../trial/begin.ts'
import { currentRulebook, rulebookOf } from './current.ts'
import { houseOfRules } from './house.ts'
import { dropDraft, keepDraft } from './keep-draft.ts'
import { makeVersion } from './make-version.ts'
import { peopleOfRouting, setAbility } from './people.ts'
import { putInForce, routeNothing } from './put-in-force.ts'
import { listVersions, readRulebook } from './read.ts'
import { readOver } from './read-over.ts'

type House = Omit<TestHouse, 'work' | 'heard'> & { work: TestHouse['work']; heard: TestHouse['heard'] } & {
  anna: PersonId
  as: (...permissions: string[]) => Actor
}

async function house(): Promise<House> {
  const made = await testHouse()
  const { id: anna } = await made.work((work) =>
    staff.addPerson(work, {
      name: 'Anna',
      email: `anna.${made.tenant.slice(-12)}@example.org`,
      language: 'fr',
      roles: ['agent'],
    }),
  )
  const as = (...permissions: string[]): Actor => ({
    kind: 'person',
    id: anna,
    permissions: new Set(permissions),
    scope: { teams: null, brands: null },
  })
  return { ...made, anna, as }
}

const manager = ['routing.read', 'routing.manage', 'staff.read', 'brand.read', 'calendar.read'] as const
const book = (...queues: QueueInput[]): Rulebook => rulebookShape.parse({ queues })
const all = book({ key: 'all' })
const refuses = (work: Promise<unknown>, code: string): Promise<void> =>
  assert.rejects(work, { message: new RegExp(`^${code}: `) })

test('a house without rules has none in force, and an empty draft', async () => {
  const { work } = await house()
  assert.equal(await work(currentRulebook), null)
  assert.deepEqual(await work(readRulebook), { current: null, draft: null })
})

test('a draft is shared: whoever edits an older one is told, with both', async () => {
  const { work, as } = await house()
  const mine = as(...manager)
  const begun = await work((w) => keepDraft(w, { version: 0, document: all }), mine)
  assert.deepEqual([begun.version, begun.edited_by.name, begun.based_on], [1, 'Anna', null])
  await work((w) => keepDraft(w, { version: 1, document: book({ key: 'calls' }) }), mine)
  const late = work((w) => keepDraft(w, { version: 1, document: all }), mine)
  await assert.rejects(late, (error: { details: { current_version: number; current: { document: Rulebook } } }) => {
    assert.deepEqual([error.details.current_version, error.details.current.document.queues[0]!.key], [2, 'calls'])
    return true
  })
  await refuses(
    work((w) => keepDraft(w, { version: 0, document: all }), mine),
    'stale',
  )
  await work(dropDraft, mine)
  assert.equal((await work(readRulebook)).draft, null)
})

test('a draft is published as a version, in force at once, and is gone', async () => {
  const { work, as, heard } = await house()
  const mine = as(...manager)
  const { version } = await work((w) => keepDraft(w, { version: 0, document: all }), mine)
  const first = await work((w) => makeVersion(w, { title: 'Pour commencer', in_force: true, draft: version }), mine)
  assert.deepEqual([first.number, first.made_by.name, first.in_force.length], [1, 'Anna', 1])
  const current = await work(currentRulebook)
  assert.deepEqual([current?.id, current?.document], [first.id, all])
  assert.equal((await work(readRulebook)).draft, null)
  assert.deepEqual(await heard(rulesInForce), [{ version: 1, trial: null }])
})

test('what was read over is what is published: a draft edited meanwhile is not', async () => {
  const { work } = await house()
  await work((w) => keepDraft(w, { version: 0, document: all }))
  await work((w) => keepDraft(w, { version: 1, document: book({ key: 'other' }) }))
  await refuses(
    work((w) => makeVersion(w, { title: 'x', in_force: true, draft: 1 })),
    'stale',
  )
  await work(dropDraft)
  await refuses(
    work((w) => makeVersion(w, { title: 'x', in_force: true })),
    'routing.no_draft',
  )
})

test('rules that do not hold are refused, with what to mend', async () => {
  const { work } = await house()
  const circle = book({ key: 'a', overflow: [{ when: { after_s: 60 }, to: 'a' }] })
  const made = work((w) => makeVersion(w, { title: 'x', in_force: true, document: circle }))
  await assert.rejects(made, (error: { details: { checks: { id: string }[] } }) => {
    assert.deepEqual(error.details.checks.map(({ id }) => id), ['overflow_in_circle']) // prettier-ignore
    return true
  })
  assert.equal(await work(currentRulebook), null)
})

test('a version kept aside serves nobody until it is put in force; going back is one more change', async () => {
  const { work, clock, heard } = await house()
  const first = await work((w) => makeVersion(w, { title: 'Une', in_force: true, document: all }))
  const aside = await work((w) =>
    makeVersion(w, { title: 'Deux', in_force: false, document: book({ key: 'calls' }, { key: 'all' }) }),
  )
  assert.equal((await work(currentRulebook))?.id, first.id)
  clock.advance({ minutes: 5 })
  await work((w) => putInForce(w, { id: aside.id }))
  clock.advance({ minutes: 5 })
  const back = await work((w) => putInForce(w, { id: first.id }))
  assert.deepEqual(back.in_force.map(({ until }) => until === null), [true, false]) // prettier-ignore
  await work((w) => putInForce(w, { id: first.id })) // again changes nothing
  assert.deepEqual((await heard(rulesInForce)).map(({ version }) => version), [1, 2, 1]) // prettier-ignore
  const { items } = await work((w) => listVersions(w, { limit: 10 }))
  assert.deepEqual(items.map(({ number, title, queues }) => [number, title, queues]), [[2, 'Deux', 2], [1, 'Une', 1]]) // prettier-ignore
  await work(routeNothing)
  assert.equal(await work(currentRulebook), null)
  await refuses(
    work((w) => rulebookOf(w, '01a20282-6892-7000-a4d7-011e6064bee6' as typeof first.id)),
    'routing.rulebook_unknown',
  )
})

test('a version and what was in force are never rewritten', async () => {
  const { work } = await house()
  const { id } = await work((w) => makeVersion(w, { title: 'Une', in_force: true, document: all }))
  await assert.rejects(
    work((w) => w.sql.run`update routing.rulebook set title = 'x' where tenant_id = ${w.tenant} and id = ${id}`),
    /permission denied/,
  )
  await assert.rejects(
    work((w) => w.sql.run`delete from routing.in_force where tenant_id = ${w.tenant}`),
    /permission denied/,
  )
})

test('whoever only reads may not edit, nor publish', async () => {
  const { work, as } = await house()
  const reader = as('routing.read')
  await refuses(
    work((w) => keepDraft(w, { version: 0, document: all }), reader),
    'not_allowed',
  )
  await refuses(
    work((w) => makeVersion(w, { title: 'x', in_force: true, document: all }), reader),
    'not_allowed',
  )
  assert.deepEqual(await work(readRulebook, reader), { current: null, draft: null })
})

test('what somebody may be offered: skills and teams from staff, the rest kept here', async () => {
  const { work, anna, heard } = await house()
  await work((w) => staff.addTeam(w, { name: 'Lille', manager_id: anna }))
  const skill = await addSkill(work)
  await work(
    (w) =>
      w.sql
        .run`insert into staff.person_skill (tenant_id, person_id, skill_id, level, since) values (${w.tenant}, ${anna}, ${skill}, 4, ${w.now})`,
  )
  const set = await work((w) =>
    setAbility(w, { person: anna, version: 0, languages: { fr: 5, en: 2 }, queues: { all: 0 }, most: { chat: 2 } }),
  )
  assert.deepEqual([set.version, set.speaks, set.degree], [1, { fr: 5, en: 2 }, 1])
  const [person] = await work(peopleOfRouting)
  assert.deepEqual(
    [person?.skills, person?.teams.length, person?.most, person?.queues],
    [{ [skill]: 4 }, 1, { chat: 2 }, { all: 0 }],
  )
  await work((w) => setAbility(w, { person: anna, version: 1, degree: 3 }))
  assert.deepEqual((await work(peopleOfRouting))[0]?.languages, { fr: 5, en: 2 }, 'what is not given stays')
  await refuses(
    work((w) => setAbility(w, { person: anna, version: 1, degree: 2 })),
    'stale',
  )
  assert.equal((await heard(abilityChanged)).length, 2)
})

async function addSkill(work: TestHouse['work']): Promise<SkillId> {
  const { id } = await work(
    (w) => w.sql.one({ id: uuid<SkillId>() })`
      insert into staff.skill (tenant_id, id, name, made_at) values (${w.tenant}, gen_random_uuid(), 'Technique', ${w.now}) returning id`,
  )
  return id
}

test('whoever may not take work is known, and never offered any', async () => {
  const { work, tenant } = await house()
  await work((w) =>
    staff.addPerson(w, { name: 'Quentin', email: `q.${tenant.slice(-12)}@example.org`, language: 'en', roles: ['quality'] }),
  )
  const { people } = await work(houseOfRules)
  assert.deepEqual(people.map(({ name, takes, speaks }) => [name, takes, speaks]), [['Anna', true, { fr: 5 }], ['Quentin', false, { en: 5 }]]) // prettier-ignore
  assert.deepEqual((await work(peopleOfRouting)).map(({ name }) => name), ['Anna']) // prettier-ignore
})

test('a program has a rulebook read over, in words', async () => {
  const { work } = await house()
  const { checks, queues } = await work((w) => readOver(w, { document: book({ key: 'a' }, { key: 'b', name: 'Bis' }) }))
  assert.deepEqual(checks.map(({ id }) => id), ['queue_unreachable']) // prettier-ignore
  assert.match(queues[0]!.en, /^Everything that comes in goes first to whoever answers for the case/)
})

test('while new rules are tried on a share, those of everybody else stay what they are', async () => {
  const { work, as } = await house()
  const usual = await work((w) => makeVersion(w, { title: 'Une', in_force: true, document: all }))
  const tried = await work((w) => makeVersion(w, { title: 'Deux', in_force: false, document: book({ key: 'calls' }) }))
  const guard = guardShape.parse({})
  const plan = planShape.parse({})
  await work((w) => begin(w, { rulebook: tried.id, share: 0.1, guard, plan, because: '' }), as(...manager, 'case.read'))
  await refuses(
    work((w) => putInForce(w, { id: tried.id })),
    'routing.rules_in_trial',
  )
  await refuses(
    work((w) => makeVersion(w, { title: 'x', in_force: true, document: all })),
    'routing.rules_in_trial',
  )
  await refuses(work(routeNothing), 'routing.rules_in_trial')
  assert.equal((await work(currentRulebook))?.id, usual.id)
})
