import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as staff from '#staff'
import { Refused } from '#base/work'
import { heatOf, pointsOf } from './rules/heat.ts'
import { NONE } from './team/counts.ts'
import { teamDay } from './team/team-day.ts'
import { testDay } from './test-day.ts'

const refusedAs = (code: string) => (error: unknown) => error instanceof Refused && error.refusal.code === code

test('whoever leads a team sees what each carries, what would break today, who is away and who covers', async () => {
  const day = await testDay()
  const { case: of } = await day.write('C’est inadmissible.')
  await day.promised(of, 1, 'Rappeler')
  await day.promised(of, 30, 'Demain')
  await day.heardAll()
  day.clock.advance({ hours: 2 })
  await day.work((work) =>
    staff.planAbsence(work, {
      person_id: day.bruno, starts_at: '2026-11-20T10:30:00Z', ends_at: '2026-11-27T23:00:00Z', reason: 'leave', deputy_id: day.chloe,
    }),
  ) // prettier-ignore
  const seen = await day.work((work) => teamDay(work, {}), day.role(day.boss, 'team_manager', [day.team]))
  const [first] = seen.members
  assert.equal(seen.team?.name, 'Lille')
  assert.equal(first?.person.name, 'Anna', 'who carries most stands first')
  assert.deepEqual([first?.counts.new, first?.counts.promises_late, first?.counts.unhappy], [1, 1, 1])
  assert.deepEqual(seen.breaking.map(({ what, owner, late }) => [what, owner.name, late]), [['Rappeler', 'Anna', true]]) // prettier-ignore
  assert.equal(seen.unhappy.length, 1)
  const of_ = (name: string) => seen.members.find(({ person }) => person.name === name)
  assert.equal(of_('Bruno')?.away?.covered_by?.name, 'Chloe')
  assert.deepEqual(of_('Chloe')?.covers.map(({ name }) => name), ['Bruno']) // prettier-ignore
  assert.equal(seen.totals.promises_late, 1)
})

test('a team is followed by whoever may follow it, and by nobody else', async () => {
  const day = await testDay()
  const look = (actor: ReturnType<typeof day.as>, team?: typeof day.team) => day.work((work) => teamDay(work, { team }), actor)
  await assert.rejects(
    look(day.role(day.boss, 'team_manager', ['11111111-1111-4111-8111-111111111111']), day.team),
    refusedAs('not_allowed'),
  )
  assert.equal((await look(day.role(day.anna, 'agent'))).team, null, 'an agent follows none')
})

test('what has gone wrong weighs more than what is to be done', () => {
  assert.equal(heatOf(pointsOf(NONE)), 'quiet')
  assert.equal(heatOf(pointsOf({ ...NONE, waiting_for_us: 8 })), 'steady')
  assert.equal(heatOf(pointsOf({ ...NONE, promises_late: 2 })), 'busy')
  assert.equal(heatOf(pointsOf({ ...NONE, promises_late: 2, unhappy: 3 })), 'hot')
})
