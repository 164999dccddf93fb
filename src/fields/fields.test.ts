import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as cases from '#cases'
import * as customers from '#customers'
import { newId } from '#base/id'
import { system } from '#base/work'
import { integer } from '#base/sql'
import type { Value } from './contract.ts'
import { editField } from './edit-field.ts'
import { fillIn } from './fill-in.ts'
import { listChanges } from './list-changes.ts'
import { listFound } from './list-found.ts'
import { listValues } from './list-values.ts'
import { bringBack, retireField } from './retire-field.ts'
import { fieldHouse, whole } from './test-house.ts'
import { addField } from './add-field.ts'

test('each kind is filled in, read back with its names, and found by its value', async () => {
  const house = await fieldHouse()
  const id = await house.begin()
  const kinds = ['text', 'long_text', 'number', 'money', 'date', 'choice', 'choices', 'yes_no', 'person', 'link'] as const
  for (const kind of kinds) {
    const field = await house.field({ subject: 'case', kind })
    const [first, , last] = field.options.map((each) => each.id)
    const given: Record<(typeof kinds)[number], [Value, string]> = {
      text: ['Réf. 7', 'Réf. 7'], long_text: ['Deux\nlignes', 'Deux\nlignes'], number: [12.5, '12,5'], money: [{ cents: 9_900, currency: 'EUR' }, '99,00 €'],
      date: ['2027-03-31', '31 mars 2027'], choice: [first ?? '', 'Bronze'], choices: [[first ?? '', last ?? ''], 'Bronze, Or'], yes_no: [true, 'Oui'],
      person: [house.bruno, 'Bruno'], link: ['https://exemple.fr/', 'https://exemple.fr/'],
    } // prettier-ignore
    const [value, shown] = given[kind]
    const filled = await house.work((work) => fillIn(work, { field: field.id, of: id, value }), house.agent)
    assert.equal(filled.shown.fr.replaceAll(/[\u00a0\u202f]/g, ' '), shown)
    const text = typeof value === 'object' && 'cents' in value ? '99' : Array.isArray(value) ? value[0]! : String(value)
    const found = await house.work(
      (work) => listFound(work, { field: field.id, test: 'is', value: text, limit: 10 }),
      house.agent,
    )
    assert.deepEqual(found.items.map(({ of }) => of), [id], `${kind} is found by its value`) // prettier-ignore
  }
  const { items } = await house.work((work) => listValues(work, { subject: 'case', of: id }), house.agent)
  assert.equal(items.length, kinds.length)
  assert.ok(items.every(({ set_by, version }) => set_by?.name === 'Bruno' && version === 1))
})

test('the database keeps a value to the kind and the subject of its field', async () => {
  const house = await fieldHouse()
  const id = await house.begin()
  const number = await house.field({ subject: 'case', kind: 'number' })
  const wrong = (kind: string, of: string | null, number_too = false) =>
    house.work(
      (work) => work.sql.run`
    insert into fields.value (tenant_id, id, field_id, subject, kind, case_id, customer_id, words, number, set_at, set_by)
    values (${work.tenant}, ${newId(work.now)}, ${number.id}, 'case', ${kind}, ${of}, ${of ? null : house.customer}, ${number_too ? null : 'douze'}, ${number_too ? 12 : null}, ${work.now}, 'test')`,
    )
  await assert.rejects(wrong('number', id), /of_its_kind/)
  await assert.rejects(wrong('text', id), /foreign key/)
  await assert.rejects(wrong('number', null, true), /of_its_subject/)
})

test('whoever edits what somebody changed meanwhile gets both values back, and nothing is overwritten', async () => {
  const house = await fieldHouse()
  const id = await house.begin()
  const field = await house.field({ subject: 'case', kind: 'text' })
  const fill = (value: string | null, version?: number) =>
    house.work((work) => fillIn(work, { field: field.id, of: id, value, version }), house.director)
  assert.equal((await fill('un', 0)).version, 1)
  await assert.rejects(fill('deux', 0), (error: { details: unknown }) => {
    const { current, given_version, current_version } = error.details as {
      current: { value: string; given: string }
      given_version: number
      current_version: number
    } // of `stale`
    assert.deepEqual([current.value, current.given, given_version, current_version], ['un', 'deux', 0, 1])
    return true
  })
  assert.equal((await fill(null, 1)).value, null)
  assert.equal((await fill('trois', 2)).version, 3, 'an emptied field goes on counting')
})

test('two who fill in an empty field at once: one writes, the other is told', async () => {
  const house = await fieldHouse()
  const { id: company } = await house.work((work) => customers.addCompany(work, { name: 'Lumen' }))
  const field = await house.field({ subject: 'company', kind: 'text' })
  const ends = await Promise.allSettled(
    ['un', 'deux'].map((value) =>
      house.work((work) => fillIn(work, { field: field.id, of: company, value, version: 0 }), house.director),
    ),
  )
  assert.deepEqual(ends.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
})

test('who changed what, when, from what to what: kept for good, also when the field is retired', async () => {
  const house = await fieldHouse()
  const id = await house.begin()
  const field = await house.field({ subject: 'case', kind: 'choice' }, 'Palier')
  const [bronze, argent] = field.options
  for (const option of [bronze, argent, null])
    await house.work((work) => fillIn(work, { field: field.id, of: id, value: option?.id ?? null }), house.agent)
  await house.work((work) => fillIn(work, { field: field.id, of: id, value: argent!.id }), house.director)
  await house.work((work) => retireField(work, { id: field.id }), house.director)
  const { items } = await house.work((work) => listChanges(work, { subject: 'case', of: id, limit: 10 }), house.agent)
  assert.deepEqual(
    items.map(({ before, after, by }) => `${before.fr} → ${after.fr} (${by?.name})`),
    [' → Argent (Anna)', 'Argent →  (Bruno)', 'Bronze → Argent (Bruno)', ' → Bronze (Bruno)'],
  )
  const shown = await house.work((work) => listValues(work, { subject: 'case', of: id }), house.agent)
  assert.deepEqual(shown.items.map((each) => each.shown.fr), ['Argent'], 'a retired field still says what it said') // prettier-ignore
  await assert.rejects(
    house.work((work) => fillIn(work, { field: field.id, of: id, value: bronze!.id }), house.agent),
    /retired/,
  )
  await house.work((work) => bringBack(work, { id: field.id }), house.director)
  assert.equal(
    (await house.work((work) => listValues(work, { subject: 'case', of: id }), house.agent)).items[0]?.shown.fr,
    'Argent',
  )
})

test('an option that is retired stays where it was chosen and is offered no longer', async () => {
  const house = await fieldHouse()
  const [id, other] = [await house.begin(), await house.begin()]
  const field = await house.field({ subject: 'case', kind: 'choice' })
  const [bronze, ...rest] = field.options
  await house.work((work) => fillIn(work, { field: field.id, of: id, value: bronze!.id }), house.agent)
  const edited = await house.work(
    (work) => editField(work, { id: field.id, version: field.version, options: rest }),
    house.director,
  )
  assert.deepEqual(edited.options.map(({ name, retired }) => [name.fr, retired]), [['Argent', false], ['Or', false], ['Bronze', true]]) // prettier-ignore
  assert.equal(
    (await house.work((work) => listValues(work, { subject: 'case', of: id }), house.agent)).items[0]?.shown.fr,
    'Bronze',
  )
  await assert.rejects(
    house.work((work) => fillIn(work, { field: field.id, of: other, value: bronze!.id }), house.agent),
    /not_choice/,
  )
})

test('a field asked before closing: nobody of ours closes without it, a program does', async () => {
  const house = await fieldHouse()
  const id = await house.begin()
  const field = await house.field({ subject: 'case', kind: 'text', required_at_closing: true }, 'Cause')
  const close = (actor = house.director) => house.work((work) => cases.close(work, { id }), actor)
  await assert.rejects(close(), (error: { details: unknown; refusal: { code: string } }) => {
    assert.equal(error.refusal.code, 'case.incomplete')
    assert.deepEqual(
      (error.details as { missing: { fr: string }[] }).missing.map(({ fr }) => fr),
      ['Cause'],
    ) // of the refusal
    return true
  })
  await house.work((work) => fillIn(work, { field: field.id, of: id, value: 'Livraison' }), house.agent)
  await close()
  const next = await house.begin()
  await house.work((work) => cases.close(work, { id: next }), system('portal'))
})

test('a field for some reasons is asked of their cases, and needed for closing these only', async () => {
  const house = await fieldHouse()
  const [bug, other] = [
    await house.work((work) => cases.addReason(work, { name: 'Anomalie' })),
    await house.work((work) => cases.addReason(work, { name: 'Question' })),
  ]
  const field = await house.field({ subject: 'case', kind: 'text', required_at_closing: true, reasons: [bug.id] })
  const id = await house.begin()
  assert.deepEqual((await house.work((work) => listValues(work, { subject: 'case', of: id }), house.agent)).items, [])
  await assert.rejects(
    house.work((work) => fillIn(work, { field: field.id, of: id, value: 'x' }), house.agent),
    /not_for_this_reason/,
  )
  await house.work(async (work) => cases.close(work, { id }), house.director)
  const second = await house.begin()
  const give = async (reason_id: typeof bug.id) =>
    house.work(
      async (work) =>
        cases.edit(work, { id: second, version: (await cases.needCase(work, second, 'case.read')).version, reason_id }),
      house.director,
    )
  await give(other.id)
  await give(bug.id)
  await assert.rejects(
    house.work((work) => cases.close(work, { id: second }), house.director),
    /case.incomplete/,
  )
})

test('of several records that are one person, what was said last counts', async () => {
  const house = await fieldHouse()
  const twin = await house.work((work) => customers.add(work, { name: 'C. Martin' }))
  const field = await house.field({ subject: 'customer', kind: 'text' })
  await house.work((work) => fillIn(work, { field: field.id, of: house.customer, value: 'ancien' }), house.agent)
  house.clock.advance({ minutes: 1 })
  await house.work((work) => fillIn(work, { field: field.id, of: twin.id, value: 'nouveau' }), house.agent)
  await house.work(
    (work) => customers.join(work, { customer: house.customer, with: twin.id, why: 'même personne' }),
    house.director,
  )
  const read = async () =>
    (await house.work((work) => listValues(work, { subject: 'customer', of: house.customer }), house.agent)).items[0]
  assert.deepEqual([(await read())?.value, (await read())?.version], ['nouveau', 1])
  house.clock.advance({ minutes: 1 })
  await house.work((work) => fillIn(work, { field: field.id, of: house.customer, value: null, version: 1 }), house.agent)
  assert.equal((await read())?.value, null)
})

test('who may not manage fields makes none; who may not read a case reads none of its values; two fields never share a name', async () => {
  const house = await fieldHouse()
  const id = await house.begin()
  const field = await house.field({ subject: 'case', kind: 'text' }, 'Réf')
  await assert.rejects(
    house.work((work) => addField(work, whole({ subject: 'case', kind: 'text' }, 'X')), house.agent),
    /not_allowed/,
  )
  await assert.rejects(house.field({ subject: 'case', kind: 'number' }, 'RÉF'), /name_taken/)
  const stranger = { ...house.agent, scope: { teams: null, brands: [newId(house.clock.now())] } }
  await assert.rejects(
    house.work((work) => listValues(work, { subject: 'case', of: id }), stranger),
    /subject_unknown/,
  )
  await assert.rejects(
    house.work((work) => fillIn(work, { field: field.id, of: id, value: 'x' }), stranger),
    /subject_unknown/,
  )
})

test('fields, values and changes are never deleted, and changes never rewritten', async () => {
  const house = await fieldHouse()
  for (const statement of [
    'delete from fields.field',
    'delete from fields.value',
    'delete from fields.change',
    "update fields.change set by = 'x'",
  ])
    await assert.rejects(
      house.work((work) => work.sql.many({ n: integer })([statement] as unknown as TemplateStringsArray)), // a text of our own
      /permission denied/,
    )
})
