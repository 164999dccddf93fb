// Two versions of the rules at once in the live router: who is served by which, that a case stays with its own, and the way back.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CaseId } from '#cases/contract'
import { accept } from './accept.ts'
import { brokenRouting } from './broken-routing.ts'
import { guardShape, planShape, rulebookShape, type QueueInput } from './contract.ts'
import { finishItem } from './finish-item.ts'
import { moveItem } from './move-item.ts'
import { makeVersion } from './rulebook/make-version.ts'
import { armOf } from './rules/draw-arm.ts'
import { findItems } from './store/item.ts'
import { testRouted, CALLS, type Routed } from './test-routed.ts'
import { begin } from './trial/begin.ts'
import { stop } from './trial/end.ts'
import { putShare } from './trial/widen.ts'

const CASES = 10
const usual: QueueInput[] = [{ ...CALLS, offer: { rings_s: 600, away_after: null }, priority: { earlier_contact_min: 0 } }] // one customer calls them all
const tried: QueueInput[] = [
  { ...usual[0]!, key: 'fast', name: 'Vite' },
  { ...usual[0]!, takes: { channels: ['video'] } },
] // what is called as before takes something else
const sound = async (centre: Routed): Promise<void> => assert.deepEqual(await centre.work((work) => brokenRouting(work)), [])

async function tryThem(centre: Routed, share: number) {
  const { id: rulebook } = await centre.work((work) => makeVersion(work, { title: 'Essai', in_force: false, document: rulebookShape.parse({ queues: tried }) }))
  const guard = guardShape.parse({ least: 0.1, below_others: null, fewest: 1_000 })
  const trial = await centre.work((work) => begin(work, { rulebook, share, because: '', plan: planShape.parse({}), guard }))
  await centre.hear()
  return { ...trial, rulebook }
} // prettier-ignore

async function callsOf(centre: Routed, of: readonly CaseId[]): Promise<string[]> {
  const ids: string[] = []
  for (const case_id of of) {
    ids.push((await centre.call({ case_id })).id)
    centre.clock.advance({ seconds: 10 })
  }
  return ids
}

test('contacts are drawn by their case, and stay with the rules they were drawn for; taken back, who waits is served by the usual ones at their place', async () => {
  const centre = await testRouted(1, usual)
  const [anna] = centre.people
  const of: CaseId[] = []
  for (let n = 0; n < CASES; n++) of.push(await centre.openCase())
  await centre.hear()
  const trial = await tryThem(centre, 0.5)
  const ids = [...(await callsOf(centre, of)), ...(await callsOf(centre, of))]
  const rowsOf = async () => {
    const rows = await centre.work((work) => findItems(work, ids))
    return ids.map((id) => rows.find((row) => row.id === id)!)
  }
  const drawn = of.map((id) => armOf({ trial: trial.id, share_per_mille: 500 }, id) === 'candidate')
  assert.ok(drawn.includes(true) && drawn.includes(false), 'the draw of these ids has both')
  const rows = await rowsOf()
  const expected = [...drawn, ...drawn].map((candidate) => (candidate ? 'fast' : 'calls'))
  assert.deepEqual(rows.map(({ queue }) => queue), expected)
  assert.deepEqual(rows.map(({ rulebook }) => rulebook === trial.rulebook), [...drawn, ...drawn])
  await sound(centre)

  const [first] = await centre.offersOf(anna!)
  await centre.work((work) => accept(work, { id: first!.id }), centre.as(anna!))
  const widened = await centre.work((work) => putShare(work, { id: trial.id, version: trial.version, share: 0.9 }))
  await centre.hear()
  assert.deepEqual((await rowsOf()).map(({ queue }) => queue), expected, 'who waits is not moved while it widens')
  await centre.work((work) => stop(work, { id: trial.id, version: widened.version, because: '' }))
  await centre.hear()
  const after = await rowsOf()
  const own = after.findIndex(({ id }) => id === first!.item.id)
  assert.ok(after.every(({ queue, rulebook }, at) => at === own || (queue === 'calls' && rulebook !== trial.rulebook)))
  assert.deepEqual(after.map(({ place_at }) => place_at.toString()), rows.map(({ place_at }) => place_at.toString()))
  await sound(centre)
  const order: string[] = []
  for (let next = first!.item.id; order.length < 4; ) {
    await centre.work((work) => finishItem(work, { id: next as never }), centre.as(anna!)) // an item's own id
    const [offer] = await centre.offersOf(anna!)
    await centre.work((work) => accept(work, { id: offer!.id }), centre.as(anna!))
    order.push((next = offer!.item.id))
  }
  assert.deepEqual(order, ids.filter((id) => id !== first!.item.id).slice(0, 4), 'by their place, whatever rules they came under')
}) // prettier-ignore

test('with other rules who waits goes by them, also where the old queue is still there; whom somebody moved stays where they were put', async () => {
  const centre = await testRouted(1, [{ ...CALLS, takes: { channels: ['phone'] } }, { ...CALLS, key: 'other', takes: { channels: ['video'] } }])
  const [anna] = centre.people
  await centre.here(anna!, 'offline')
  const [waits, moved] = [await centre.call(), await centre.call()]
  await centre.work((work) => moveItem(work, { id: moved.id, queue: 'other' }))
  await centre.publish([{ ...CALLS, takes: { channels: ['video'] } }, { ...CALLS, key: 'other', takes: { channels: ['chat'] } }, { ...CALLS, key: 'phone' }])
  const rows = await centre.work((work) => findItems(work, [waits.id, moved.id]))
  assert.deepEqual([waits, moved].map(({ id }) => rows.find((row) => row.id === id)?.queue), ['phone', 'other'])
  await sound(centre)
}) // prettier-ignore
