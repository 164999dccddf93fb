import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as brands from '#brands'
import * as routing from '#routing'
import { roles } from '#access/contract'
import { newId } from '#base/id'
import { actorNames, readsOf, routeOf, seenBy, testActors } from '#base/test-who-sees'
import { rulebookShape } from '#routing/contract'
import type { Work } from '#base/work'
import { adjustForecast } from './adjusted/adjust.ts'
import { bringFile } from './import-file/bring.ts'
import { announce } from './known/announce.ts'
import { routes } from './routes.ts'
import { putOutliers } from './store/outlier.ts'
import { insertPublication } from './store/publication.ts'
import { insertRun, putForecast, putStream, recordBegun, recordDone, type Told } from './store/run.ts'
import { madeUpCalls, testPast } from './test-past.ts'

const channel = 'phone'
const QUEUES = ['ours', 'by_door', 'theirs', 'mixed'] as const

// Rules of a house that serves two brands: a queue of each, one by a door of the first, one that takes anybody’s. Each has a past, a forecast, all else.
async function plantedPast() {
  const past = await testPast()
  const brand = async (name: string) => (await past.work((work) => brands.addBrand(work, { name }))).id
  const [ours, theirs] = [await brand('Nordique'), await brand('Helvète')]
  const given = { brand_id: ours, kind: 'phone' as const, name: 'Ligne', duty_person_id: past.director, address: '+33123456789' }
  const { id: door } = await past.work((work) => brands.addEntryPoint(work, given))
  const queues = [
    { key: 'ours', name: 'Nordique', takes: { brands: [ours] } },
    { key: 'by_door', name: 'Ligne nordique', takes: { entry_points: [door] } },
    { key: 'theirs', name: 'Helvète', takes: { brands: [theirs] } },
    { key: 'mixed', name: 'Tous' },
  ]
  const document = rulebookShape.parse({ queues })
  await past.work((work) => routing.makeVersion(work, { title: 'Règles', in_force: true, document }))
  const imports: string[] = []
  for (const queue of QUEUES) {
    const file = { name: `${queue}.csv`, text: madeUpCalls('2026-11-16', 3), queue, channel, missing: 'guess' as const }
    imports.push((await past.work((work) => bringFile(work, file), past.flow)).id)
  }
  const run = await past.work(forecastOfAll)
  for (const queue of QUEUES) {
    const hours = { from: '2026-11-18T08:00:00Z', to: '2026-11-18T10:00:00Z' }
    const wished = {
      ...hours,
      stream: { queue, channel },
      of: 'arrivals' as const,
      how: 'times' as const,
      amount: 1.1,
      reason: 'promotion',
    }
    await past.work((work) => adjustForecast(work, wished), past.flow)
    const known = {
      ...hours,
      name: 'Courrier',
      kind: 'letter' as const,
      streams: [{ queue, channel }],
      effect: { kind: 'learn' as const },
      note: '',
    }
    await past.work((work) => announce(work, known), past.flow)
  }
  return { ...past, brand: ours, run, imports }
}

async function forecastOfAll(work: Work) {
  const run = newId<'forecast_run'>(work.now)
  const [from_at, to_at] = ['2026-11-17T00:00:00Z', '2026-11-24T00:00:00Z'].map((at) => Temporal.Instant.from(at))
  await insertRun(work, { id: run, asked_by: null, from_at: from_at!, to_at: to_at!, weeks: 8, zone: 'Europe/Paris', publishes: false })
  await recordBegun(work, run)
  const [five, none] = [Array.from({ length: 96 }, () => 5), Array.from({ length: 96 }, () => null)]
  for (const queue of QUEUES) {
    const told = { chosen: 'naive', why: { fr: '', en: '' }, race: [], known: {}, coverage: [], gaps: [], effects: [], notes: [] } as unknown as Told // as much as is shown
    await putStream(work, { run, queue, channel, told, patience_s: null, spread: { day_cv: 0, dispersion: 0 } })
    const quarters = { mean: five, p10: five, p50: five, p90: five, handling_s: none }
    await putForecast(work, { run, queue, channel, days: [{ day: '2026-11-18', quarters }] })
    const strange = { queue, channel, from_at: from_at!.subtract({ hours: 48 }), to_at: from_at!.subtract({ hours: 46 }), arrived: 90, expected: 10, score: 9 }
    await putOutliers(work, [{ id: newId(work.now), ...strange }])
  }
  await recordDone(work, run, 0)
  await insertPublication(work, { id: newId(work.now), run_id: run, published_by: null, from_at: work.now, to_at: to_at!, note: '' })
  return run
} // prettier-ignore

const [page, span] = [{ limit: 50 }, { from: '2026-11-10T00:00:00Z', to: '2026-11-19T00:00:00Z', interval_min: 60 }]
const one = { queue: 'theirs', channel }
const [ALL, BRAND] = ['ours by_door theirs mixed', 'ours by_door']
type Planted = Awaited<ReturnType<typeof plantedPast>>

// What is asked, and what is seen of the queues: by the house and by the manager of a team (queues are of no team) · by the manager of a brand.
const asks = ({ run, imports }: Planted): Record<string, [object, string, string]> => ({
  'GET /api/v1/forecasts/streams': [{}, ALL, BRAND],
  'GET /api/v1/forecasts/history': [span, ALL, BRAND],
  'GET /api/v1/forecasts/closed': [{ ...span, ...one }, 'nothing', 'refused'],
  'GET /api/v1/forecasts/published': [span, ALL, BRAND],
  'GET /api/v1/forecasts/accuracy': [{ ...one, weeks: 1, interval_min: 60 }, 'theirs', 'refused'],
  'GET /api/v1/forecasts/runs': [page, 'nothing', 'nothing'],
  'GET /api/v1/forecasts/runs/:id': [{ id: run }, 'nothing', 'nothing'],
  'GET /api/v1/forecasts/runs/:id/streams': [{ id: run }, ALL, BRAND],
  'GET /api/v1/forecasts/runs/:id/values': [{ id: run, ...one }, 'theirs', 'refused'],
  'GET /api/v1/forecasts/runs/:id/changes': [{ id: run }, ALL, BRAND],
  'GET /api/v1/forecasts/publications': [page, 'nothing', 'nothing'],
  'GET /api/v1/forecasts/announcements': [page, ALL, BRAND],
  'GET /api/v1/forecasts/outliers': [{ ...page, undecided: false }, ALL, BRAND],
  'GET /api/v1/forecasts/adjustments': [page, ALL, BRAND],
  'GET /api/v1/forecasts/imports': [page, ALL, BRAND],
  'GET /api/v1/forecasts/imports/:id': [{ id: imports[2] }, 'theirs', 'refused'],
  'GET /api/v1/forecasts/settings': [{}, 'nothing', 'nothing'],
})

test('a client of one brand reads what comes for that brand and nothing of the others; whoever leads a team reads of every queue', async () => {
  const planted = await plantedPast()
  const actors = testActors(roles, { team: newId(planted.clock.now()), brand: planted.brand })
  const marks = Object.fromEntries(QUEUES.map((queue) => [queue, `"queue":"${queue}"`]))
  const [told, wanted]: Record<string, string[]>[] = [{}, {}]
  for (const [address, [input, house, brand]] of Object.entries(asks(planted))) {
    const each: string[] = []
    for (const name of actorNames)
      each.push(await seenBy(planted, routeOf(routes, address), { actor: actors[name], input, marks })) // prettier-ignore
    told![address] = each
    wanted![address] = [house, house, house, brand, 'refused', 'refused', house] // in the order of their names
  }
  assert.deepEqual(told, wanted)
  assert.deepEqual(readsOf(routes, 'workforce.read').filter((address) => !(address in wanted!)), []) // prettier-ignore
})

test('nobody but who runs the whole house adjusts, announces, decides, brings a file, publishes or starts a forecast', async () => {
  const { brand, run, imports, ...planted } = await plantedPast()
  const team = newId(planted.clock.now())
  const planner = { ...planted.flow, scope: { teams: [team], brands: null } } as typeof planted.flow
  const client = { ...planted.flow, scope: { teams: null, brands: [brand] } } as typeof planted.flow
  const id = imports[0]
  const inputs: Record<string, object> = { 'PUT /api/v1/forecasts/imports/:id/withdrawn': { id, withdrawn: true } }
  for (const address of readsOf(routes, 'workforce.manage'))
    for (const actor of [planner, client]) {
      const input = inputs[address] ?? { id: run, text: '', name: '', missing: 'guess', effect: {}, note: '', version: 1 }
      assert.equal(await seenBy(planted, routeOf(routes, address), { actor, input, marks: {} }), 'refused', address)
    }
})
