// The same figures over time, per person and per brand, in one answer.
import * as brands from '#brands'
import * as staff from '#staff'
import { refuse, type Work } from '#base/work'
import type { BrandId } from '#brands/contract'
import { MOST_SHARES, periodInvalid, type PromiseReport, type Step } from './contract.ts'
import { endsOf, formula, periodOf, type Asked } from './figures.ts'
import { stretches } from './rules/stretches.ts'
import { countEnds, countEndsBy, countEndsOverTime } from './store/lists.ts'

const NOTHING = { kept: 0, kept_late: 0, broken: 0, moved: 0, withdrawn: 0 }
const MOST_STRETCHES = 400

const formulas = [
  formula,
  {
    id: 'promises.kept_late.1',
    fr: 'Promesses échues dans la période, manquées d’abord, puis tenues.',
    en: 'Promises that fell due within the period, were broken first and kept afterwards.',
  },
  {
    id: 'promises.broken.1',
    fr: 'Promesses échues dans la période et jamais tenues : encore dues, ou déplacées ou retirées après l’échéance.',
    en: 'Promises that fell due within the period and were never kept: still owed, or moved or withdrawn after their moment.',
  },
  {
    id: 'promises.moved.1',
    fr: 'Promesses dont l’échéance tombait dans la période et qui ont été déplacées avant elle.',
    en: 'Promises that were due within the period and were given another moment before it came.',
  },
]

export async function report(work: Work, { step, zone, ...asked }: Asked & { step: Step; zone: string }): Promise<PromiseReport> {
  const period = await periodOf(work, asked)
  const parts = stretches({
    from: Temporal.Instant.from(asked.from),
    until: Temporal.Instant.from(asked.until),
    step,
    zone: known(zone),
  })
  if (parts.length > MOST_STRETCHES) throw refuse(periodInvalid, {})
  const [all, overTime, byOwner, byBrand] = await Promise.all([
    countEnds(work, period),
    countEndsOverTime(work, period, parts.map(({ from }) => from)),
    countEndsBy(work, period, { column: 'owner_id', most: MOST_SHARES }),
    countEndsBy(work, period, { column: 'brand_id', most: MOST_SHARES }),
  ]) // prettier-ignore
  const people = await staff.find(work, byOwner.map(({ id }) => id)) // prettier-ignore
  const counted = new Map(overTime.map((each) => [each.stretch, each]))
  return {
    figures: { from: asked.from, until: asked.until, ...endsOf(all), formula },
    formulas,
    over_time: parts.map(({ from, until }, i) => ({ from: from.toString(), until: until.toString(), ...endsOf(counted.get(i + 1) ?? NOTHING) })),
    by_owner: byOwner.map(({ id, ...each }) => ({ id, name: people.get(id)?.name ?? '', ...endsOf(each) })),
    by_brand: await Promise.all(
      byBrand.map(async ({ id, ...each }) => ({ id, name: (await brands.brand(work, id as unknown as BrandId))?.name ?? '', ...endsOf(each) })), // grouped by brand
    ),
  } // prettier-ignore
}

function known(zone: string): string {
  try {
    return Temporal.Now.zonedDateTimeISO(zone).timeZoneId
  } catch {
    return 'Europe/Paris' // not a zone: as if none had been said
  }
}
