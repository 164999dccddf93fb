// Stretches of the past like no other: shown, and left to a person. What was decided is kept, also once it was taken back.
import { allow, audit } from '#access'
import { newId } from '#base/id'
import { notFound, stale } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import {
  nothingDecided,
  outlierDecided,
  replacementMissing,
  type Outlier,
  type OutlierDecision,
  type OutlierId,
} from '../contract.ts'
import {
  decisionsOf, holdOutlier, insertDecision, listOutliers, raiseVersion, undoDecision, type DecisionRow, type OutlierRow,
} from '../store/outlier.ts' // prettier-ignore
import { byWhom, namesOf, type Named } from './people.ts'
import { ofSeen } from '../whose.ts'

const everywhere = { team: null, brand: null }
const MOST_EARLIER = 20

type Page = {
  cursor?: string | undefined
  limit: number
  queue?: string | undefined
  channel?: string | undefined
  undecided: boolean
}
export async function outliers(
  work: Work,
  { cursor, limit, queue, channel, undecided }: Page,
): Promise<{ items: Outlier[]; next: string | null }> {
  allow(work, 'workforce.read')
  const rows = await listOutliers(work, { cursor, most: limit + 1, queue, channel, undecided })
  const page = rows.slice(0, limit)
  const items = await ofSeen(work, await shown(work, page))
  return { items, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
}

type Wish = { id: OutlierId; version: number; decision: OutlierDecision; value?: number | undefined; reason: string }
export async function decide(work: Work, { id, version, decision, value, reason }: Wish): Promise<Outlier> {
  allow(work, 'workforce.manage', everywhere)
  if (decision === 'replaced' && value === undefined) throw refuse(replacementMissing, {})
  const row = await hold(work, id, version)
  await undoDecision(work, id, byWhom(work))
  await insertDecision(work, {
    id: newId(work.now), outlier: id, decision, value: decision === 'replaced' ? value! : null, reason, by: byWhom(work),
  }) // prettier-ignore
  return await told(work, row, decision)
}

export async function takeBackDecision(work: Work, { id, version }: { id: OutlierId; version: number }): Promise<Outlier> {
  allow(work, 'workforce.manage', everywhere)
  const row = await hold(work, id, version)
  if ((await undoDecision(work, id, byWhom(work))) === 0) throw refuse(nothingDecided, {})
  return await told(work, row, null)
}

async function hold(work: Work, id: OutlierId, version: number): Promise<OutlierRow> {
  const row = await holdOutlier(work, id)
  if (!row) throw refuse(notFound, {})
  if (row.version === version) return row
  const [current] = await shown(work, [row])
  throw refuse(stale, { current, given_version: version, current_version: row.version })
}

async function told(work: Work, row: OutlierRow, decision: OutlierDecision | null): Promise<Outlier> {
  await raiseVersion(work, row.id)
  await audit(work, 'forecasting.outlier_decided', { about: row.id, details: { decision } })
  work.publish(outlierDecided, { id: row.id, decision })
  const [outlier] = await shown(work, [{ ...row, version: row.version + 1 }])
  return outlier!
}

async function shown(work: Work, rows: readonly OutlierRow[]): Promise<Outlier[]> {
  const decisions = await decisionsOf(work, rows.map(({ id }) => id)) // prettier-ignore
  const named = await namesOf(work, decisions.map(({ by }) => by)) // prettier-ignore
  const of = Map.groupBy(decisions, ({ outlier_id }) => outlier_id)
  return rows.map(({ id, queue, channel, from_at, to_at, arrived, expected, score, found_at, version }) => {
    const own = (of.get(id) ?? []).map((each) => decisionOf(each, named))
    return {
      id, stream: { queue, channel }, from: String(from_at), to: String(to_at), arrived, expected, score, found_at: String(found_at), version,
      decided: own.find(({ undone_at }) => undone_at === null) ?? null, earlier: own.filter(({ undone_at }) => undone_at !== null).slice(0, MOST_EARLIER),
    } // prettier-ignore
  })
}

const decisionOf = ({ decision, value, reason, by, at, undone_at }: DecisionRow, named: (id: DecisionRow['by']) => Named | null) => ({
  decision, value, reason, by: named(by), at: String(at), undone_at: undone_at?.toString() ?? null,
}) // prettier-ignore
