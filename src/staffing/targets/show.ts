import * as forecasting from '#forecasting'
import { allow, brandsFor } from '#access'
import * as routing from '#routing'
import * as staff from '#staff'
import { isUuid, type PersonId } from '#base/contract'
import type { Work } from '#base/work'
import { readStreamKey, streamKey, type Stream } from '#forecasting/contract'
import { targetsDocumentShape, type TargetsDocument, type TargetsInForce, type TargetsVersion } from '../contract.ts'
import { streamsForecast } from '../groups/streams.ts'
import { aimsFor } from '../rules/aims.ts'
import * as store from '../store/targets.ts'
import { learntShrinkage } from './learnt.ts'

export async function showTargets(work: Work): Promise<TargetsInForce> {
  allow(work, 'workforce.read')
  const last = await store.lastTargets(work)
  const [current] = last ? await showAll(work, [last]) : []
  const sees = await forecasting.queuesSeen(work)
  const document = current?.document ?? targetsDocumentShape.parse({})
  const book = (await routing.currentRulebook(work))?.document ?? null
  return {
    version: last?.number ?? 0,
    current: current ?? null,
    aims: aimsFor(allStreams(await streamsForecast(work), document.streams), book, document).filter(({ queue }) => sees(queue)),
    sites: book?.sites.map(({ key, name }) => ({ key, name })) ?? [],
    learnt: seesHouse(work) ? await learntShrinkage(work) : [], // of everybody together
  }
}

function allStreams(forecast: readonly Stream[], said: readonly Stream[]): Stream[] {
  const keys = new Set([...forecast, ...said].map((stream) => streamKey(stream)))
  return [...keys].flatMap((key) => readStreamKey(key) ?? [])
}

type Asked = { cursor?: number | undefined; limit: number }
export async function listVersions(
  work: Work,
  { cursor, limit }: Asked,
): Promise<{ items: TargetsVersion[]; next: string | null }> {
  allow(work, 'workforce.read')
  const rows = await store.listTargets(work, { before: cursor, most: limit + 1 })
  const items = await showAll(work, rows.slice(0, limit))
  return { items, next: rows.length > limit ? String(items.at(-1)!.number) : null }
}

const seesHouse = ({ actor }: Work): boolean => brandsFor(actor, 'workforce.read') === null

async function showAll(work: Work, rows: readonly store.TargetsRow[]): Promise<TargetsVersion[]> {
  const ids = rows.map(({ made_by }) => made_by).filter(isUuid) as PersonId[] // an actor that is a uuid may be a person; others are not found
  const people = await staff.find(work, ids)
  const sees = await forecasting.queuesSeen(work)
  const house = seesHouse(work)
  return rows.map(({ number, note, made_at, made_by, document }) => ({
    number,
    note: house ? note : '', // it may speak of any queue
    made_at: String(made_at),
    made_by: { id: made_by, name: people.get(made_by as PersonId)?.name ?? '' },
    document: seenOf(targetsDocumentShape.parse(document), { sees, house }),
  }))
}

type Reader = { sees: forecasting.Sees; house: boolean }
function seenOf(document: TargetsDocument, { sees, house }: Reader): TargetsDocument {
  if (house) return document
  return { ...document, streams: document.streams.filter(({ queue }) => sees(queue)), shrinkage: [] }
}
