import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as brands from '#brands'
import * as calendars from '#calendars'
import * as cases from '#cases'
import * as clocks from '#clocks'
import * as fields from '#fields'
import * as staff from '#staff'
import * as tasks from '#tasks'
import { permissionNames, roles } from '#access/contract'
import type { Actor } from '#base/contract'
import { newId } from '#base/id'
import { testHouse, type TestHouse } from '#base/test-database'
import { bringDocument, listSetups } from './catalogue.ts'
import { choose } from './choose.ts'
import { chosen, plan } from './chosen.ts'
import { setupShape, type PlanStep, type SetupDocument } from './contract.ts'
import { shipped } from './data/all.ts'

type House = TestHouse & { director: Actor; agent: Actor }
async function house(): Promise<House> {
  const made = await testHouse()
  const unique = newId(made.clock.now()).slice(-12)
  const { id } = await made.work((work) => staff.addPerson(work, { name: 'Anna', email: `anna-${unique}@centre.example`, language: 'fr', roles: ['director'] }))
  const weekly = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens_minute: 540, closes_minute: 1080 }))
  const { id: calendar_id } = await made.work((work) => calendars.addCalendar(work, { name: 'Bureau', weekly }))
  const { id: brand_id } = await made.work((work) => brands.addBrand(work, { name: 'Atelier' }))
  await made.work((work) => brands.addEntryPoint(work, { brand_id, kind: 'email', name: 'Courrier', duty_person_id: id, calendar_id, address: `a-${unique}@atelier.example` }))
  const everywhere = { teams: null, brands: null }
  return {
    ...made,
    director: { kind: 'person', id, permissions: new Set(permissionNames), scope: everywhere },
    agent: { kind: 'person', id, permissions: roles.agent.permissions, scope: everywhere },
  }
} // prettier-ignore

const pick = (of: House, setup: string | null, more: { language?: 'fr' | 'en'; mark?: string } = {}) =>
  of.work((work) => choose(work, { setup, ...more }), of.director)
const tally = (steps: readonly PlanStep[]) =>
  Object.fromEntries([...Map.groupBy(steps, ({ deed }) => deed)].map(([deed, all]) => [deed, all.length]))
const why = (steps: readonly PlanStep[], kind: string, key: string) => {
  const step = steps.find((each) => each.kind === kind && each.key === key)
  return step && `${step.deed} ${step.why}`
}
const lookAround = (of: House) =>
  of.work(async (work) => ({
    reasons: (await cases.listReasons(work)).items.map(({ name }) => name),
    fields: [...(await fields.allFields(work)).values()].filter(({ retired_at }) => !retired_at).map(({ name }) => name.fr),
    levels: (await clocks.listPolicies({ ...work })).items.map(({ name }) => name),
    procedures: (await tasks.listProcedures(work)).items.map(({ name }) => name),
    views: (await fields.listViews(work)).items.map(({ name }) => name),
  }), of.director) // prettier-ignore

for (const document of shipped)
  for (const language of ['fr', 'en'] as const)
    test(`${document.name[language]} is made whole in an empty house, and choosing it again changes nothing`, async () => {
      const of = await house()
      const first = await pick(of, document.id, { language })
      assert.deepEqual(Object.keys(tally(first.steps)), ['add'])
      const found = await lookAround(of)
      assert.deepEqual(found.reasons.toSorted(), document.reasons.map(({ name }) => name[language]).toSorted())
      assert.deepEqual(
        found.levels.toSorted(),
        document.levels.map(({ name }) => name[language]).toSorted(),
        'what every house begins with made room',
      )
      assert.deepEqual(found.procedures.length, document.procedures.length)
      assert.deepEqual(found.views.toSorted(), document.views.map(({ name }) => name[language]).toSorted())
      for (const view of (await of.work((work) => fields.listViews(work), of.director)).items) {
        const said = document.views.find(({ name }) => name[language] === view.name)!
        assert.deepEqual(
          [view.filter.fields.length, view.columns.length, view.sort.by !== 'last'],
          [said.filter.fields.length, said.columns.length, said.sort.by !== 'last'],
        )
      }
      const again = await pick(of, document.id, { language })
      assert.deepEqual(tally(again.steps), { keep: first.steps.length })
      assert.ok(again.steps.every((step) => step.why === 'same'))
    })

test('every set-up gives way to every other; what is gone is retired, and comes back with all it had', async () => {
  const of = await house()
  for (const { id } of [...shipped, shipped[0]!, shipped[2]!]) {
    const planned = await of.work((work) => plan(work, { setup: id }), of.director)
    const { steps } = await pick(of, id, { mark: planned.mark })
    assert.deepEqual(steps, planned.steps, 'what was shown is what was done')
    const state = await of.work((work) => chosen(work), of.director)
    assert.equal(state.setup?.id, id)
    assert.ok(state.items.every(({ edited, gone }) => !edited && !gone))
  }
  const { levels } = await lookAround(of)
  assert.equal(levels.length, shipped[2]!.levels.length)
})

test('what was edited by hand is kept and shown, in the set-up and when it goes', async () => {
  const of = await house()
  await pick(of, 'agency')
  const stage = [...(await of.work((work) => fields.allFields(work))).values()].find(({ name }) => name.fr === 'Étape')!
  const edit = { id: stage.id, version: stage.version, name: { fr: 'Étape du projet', en: 'Stage' } }
  await of.work((work) => fields.editField(work, edit), of.director)
  const [media] = (await of.work((work) => cases.listReasons(work))).items.filter(({ name }) => name === 'Achat média')
  await of.work((work) => cases.retireReason(work, { id: media!.id }), of.director)
  const again = await pick(of, 'agency')
  assert.deepEqual([why(again.steps, 'field', 'stage'), why(again.steps, 'reason', 'media')], ['keep edited', 'keep taken_away'])
  const state = await of.work((work) => chosen(work), of.director)
  assert.ok(state.items.find(({ key }) => key === 'stage')?.edited)
  const { steps } = await pick(of, null)
  assert.deepEqual([why(steps, 'field', 'stage'), why(steps, 'field', 'deliverable'), why(steps, 'team', 'studio'), why(steps, 'level', 'house')], ['keep edited', 'retire gone', 'keep rests', 'keep rests']) // prettier-ignore
  assert.deepEqual((await lookAround(of)).fields, ['Étape du projet'])
})

test('what the house had under the same name stays its own', async () => {
  const of = await house()
  await of.work((work) => cases.addReason(work, { name: 'Facturation' }), of.director)
  const { steps } = await pick(of, 'agency')
  assert.equal(why(steps, 'reason', 'invoice'), 'keep yours')
  await pick(of, null)
  assert.deepEqual((await lookAround(of)).reasons, ['Facturation'])
})

test('a newer edition changes what nobody touched, and a plan that is out of date is not carried out', async () => {
  const of = await house()
  const bring = (document: SetupDocument) => of.work((work) => bringDocument(work, { document }), of.director)
  await bring(fifth)
  await pick(of, 'veterinary', { language: 'en' })
  const second = setupShape.parse({
    ...fifth,
    edition: 2,
    reasons: fifth.reasons.map((each) => ({ ...each, name: { fr: `${each.name.fr} !`, en: `${each.name.en}!` } })),
  })
  const old = await of.work((work) => plan(work, { setup: 'veterinary' }), of.director)
  await bring(second)
  await assert.rejects(pick(of, 'veterinary', { mark: old.mark }), /setup.moved/)
  const { steps } = await pick(of, 'veterinary')
  assert.deepEqual(tally(steps.filter(({ kind }) => kind === 'reason')), { change: 2 })
  assert.deepEqual((await lookAround(of)).reasons, ['Emergency!', 'Vaccination!'])
  await assert.rejects(bring({ ...second, lead: { fr: 'autre', en: 'other' } }), /stale/)
})

test('a fifth set-up is one more document: refused when it does not hold together, otherwise chosen like the others', async () => {
  const of = await house()
  const bring = (document: unknown) =>
    of.work((work) => bringDocument(work, { document: setupShape.parse(document) }), of.director)
  await assert.rejects(bring({ ...fifth, reasons: [] }), /setup.misspelt/)
  await assert.rejects(bring({ ...fifth, id: 'agency' }), /setup.is_ours/)
  await bring(fifth)
  assert.deepEqual((await of.work((work) => listSetups(work), of.director)).items.map(({ id, ours }) => [id, ours]).at(-1), [
    'veterinary',
    true,
  ])
  await pick(of, 'veterinary')
  const found = await lookAround(of)
  assert.deepEqual({ ...found, levels: found.levels.toSorted() }, {
    reasons: ['Urgence', 'Vaccination'], fields: ['Animal', 'Prochain vaccin'], levels: ['Cabinet', 'Urgences'], procedures: ['Accueil d’une urgence'], views: ['Urgences'],
  }) // prettier-ignore
  const elsewhere = await house()
  await assert.rejects(pick(elsewhere, 'veterinary'), /setup.unknown/, 'it is of the house that brought it')
})

test('two who choose at once choose one after the other; who may not choose does not', async () => {
  const of = await house()
  const ends = await Promise.all([pick(of, 'small_firm'), pick(of, 'small_firm')])
  assert.deepEqual(ends.map(({ steps }) => Object.keys(tally(steps)).join()).toSorted(), ['add', 'keep'])
  await assert.rejects(
    of.work((work) => choose(work, { setup: 'agency' }), of.agent),
    /not_allowed/,
  )
})

const same = (text: string) => ({ fr: text, en: text })
const fifth = setupShape.parse({
  format: 1, id: 'veterinary', edition: 1, icon: 'star', name: { fr: 'Cabinet vétérinaire', en: 'Veterinary practice' }, lead: same('…'), about: same('…'),
  reasons: [{ key: 'emergency', name: { fr: 'Urgence', en: 'Emergency' } }, { key: 'vaccine', name: same('Vaccination') }],
  teams: [{ key: 'desk', name: same('Accueil'), about: same('…') }],
  fields: [
    { key: 'animal', subject: 'case', kind: 'choice', name: same('Animal'), options: [{ key: 'cat', name: same('Chat') }, { key: 'dog', name: same('Chien') }] },
    { key: 'next', subject: 'customer', kind: 'date', name: { fr: 'Prochain vaccin', en: 'Next vaccine' }, remind: { working_days: 10, way: 'open', what: same('Vaccin') } },
  ],
  levels: [
    { key: 'house', name: same('Cabinet'), targets: { normal: { first_answer: 60, next_answer: 60, resolution: null } } },
    { key: 'emergency', name: same('Urgences'), reasons: ['emergency'], hours: 'always', targets: { normal: { first_answer: 10, next_answer: 10, resolution: 120 } } },
  ],
  procedures: [{ key: 'emergency', name: { fr: 'Accueil d’une urgence', en: 'An emergency arrives' }, about: same('…'), reason: 'emergency', steps: [{ key: 'call', title: same('Rappeler'), asked: { team: 'desk' }, minutes: 10 }] }],
  views: [{ key: 'emergencies', name: same('Urgences'), filter: { reason: 'emergency', fields: [{ field: 'animal', test: 'is', value: ['cat'] }] }, columns: ['customer', { field: 'animal' }] }],
}) // prettier-ignore
