// The trial under way, those that were, and one with all its figures.
import { allow } from '#access'
import { notFound, refuse } from '#base/refusal'
import type { Work } from '#base/work'
import { figuresOf } from '../rules/guard.ts'
import { wilson } from '../rules/proportions.ts'
import { countBy, formulas } from '../rules/service-level.ts'
import type { Trial, TrialFigures, TrialId } from '../contract/trial.ts'
import { currentRulebook } from '../rulebook/current.ts'
import { namesOf } from '../rulebook/show.ts'
import { describeArms, tallySpans } from '../store/contacts.ts'
import { showTrials } from './show.ts'
import * as store from './store.ts'
import { armsOf, sidesOf, versionsOf } from './weigh.ts'

const SPANS = 40

export async function readTrial(work: Work): Promise<{ routed: boolean; trial: Trial | null }> {
  allow(work, 'routing.read')
  const row = await store.findLive(work)
  const routed = row !== undefined || (await currentRulebook(work)) !== null
  return { routed, trial: row ? (await showTrials(work, [row]))[0]! : null }
}

type Page = { cursor?: string | undefined; limit: number }
export async function listTrials(work: Work, { cursor, limit }: Page): Promise<{ items: Trial[]; next: string | null }> {
  allow(work, 'routing.read')
  const rows = await store.listTrials(work, { before: cursor, most: limit + 1 })
  const items = await showTrials(work, rows.slice(0, limit))
  return { items, next: rows.length > limit ? items.at(-1)!.id : null }
}

export async function foundTrial(work: Work, id: TrialId): Promise<store.TrialRow> {
  const row = await store.findTrial(work, id)
  if (!row) throw refuse(notFound, {})
  return row
}

export async function trialFigures(work: Work, { id }: { id: TrialId }): Promise<TrialFigures> {
  allow(work, 'routing.read')
  const row = await foundTrial(work, id)
  const until = row.ended_at ?? work.now
  const sides = sidesOf(await versionsOf(work, row), { since: row.started_at, until })
  const [trial] = await showTrials(work, [row])
  const shares = await store.sharesOf(work, id)
  const named = await namesOf(work, shares.map(({ by }) => by)) // prettier-ignore
  const { fr, en } = formulas[row.formula]
  return {
    trial: trial!,
    since: String(row.started_at),
    until: String(until),
    arms: await armFigures(work, { row, sides }),
    spans: await spanFigures(work, { row, sides }),
    shares: shares.map(({ at, share_per_mille, how, by }) => ({ at: String(at), share: share_per_mille / 1_000, how, by: how === 'by_plan' ? '' : named(by).name })),
    formula: { id: row.formula, fr, en },
  } // prettier-ignore
}

type Weighed = { row: store.TrialRow; sides: ReturnType<typeof sidesOf> }

async function armFigures(work: Work, { row, sides }: Weighed): Promise<TrialFigures['arms']> {
  const found = await describeArms(work, sides)
  return (['current', 'candidate'] as const).map((arm) => {
    const side = found.find((each) => each.arm === arm)
    return side ? describe(side, row) : { arm, ...NOBODY }
  })
}

const NOBODY = {
  arrived: 0, taken: 0, gone: 0, waiting: 0, service_level: null, abandoned: null, wait_p50_s: null, wait_p90_s: null, handling_mean_s: null,
} // prettier-ignore

function describe(
  side: Awaited<ReturnType<typeof describeArms>>[number],
  { formula }: store.TrialRow,
): TrialFigures['arms'][number] {
  const { arm, arrived, taken, gone, waiting, wait_p50_s, wait_p90_s, handling_mean_s } = side
  const { kept, of } = countBy(formula, side)
  const over = taken + gone
  return {
    arm, arrived, taken, gone, waiting, wait_p50_s, wait_p90_s, handling_mean_s, service_level: wilson(kept, of), abandoned: wilson(gone, over),
  } // prettier-ignore
}

async function spanFigures(work: Work, { row, sides }: Weighed): Promise<TrialFigures['spans']> {
  const rows = Map.groupBy(await tallySpans(work, sides, SPANS), ({ span }) => span)
  const [from, to] = [sides.since.epochMilliseconds, sides.until.epochMilliseconds]
  return Array.from({ length: SPANS }, (_, nth) => ({
    at: Temporal.Instant.fromEpochMilliseconds(Math.round(from + ((to - from) * nth) / SPANS)).toString(),
    ...figuresOf(row.formula, armsOf(rows.get(nth + 1) ?? [])),
  }))
}
