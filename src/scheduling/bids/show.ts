// Shifts that are offered, as they are shown: to who manages them all, to others those they are asked for.
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { OpenShift } from '../contract.ts'
import { weeksFor, type KnownWeeks } from '../moves/check-changes.ts'
import { isOfPlan } from '../plans/people.ts'
import { mayForPlan, seesPlan } from '../plans/need-plan.ts'
import { isOwnOvertime } from '../rules/overtime.ts'
import { bidsFor, type BidRow, type OpenShiftRow } from '../store/open-shift.ts'
import { plansById, type PlanRow } from '../store/plan.ts'
import { fairnessFor } from '../terms/fairness.ts'
import { whyNot } from './why-not.ts'

export async function showOpenShifts(work: Work, rows: readonly OpenShiftRow[]): Promise<OpenShift[]> {
  const bids = Map.groupBy(await bidsFor(work, rows.map(({ id }) => id)), ({ open_shift_id }) => open_shift_id) // prettier-ignore
  const plans = new Map((await plansById(work, rows.map(({ plan_id }) => plan_id))).map((plan) => [plan.id, plan])) // prettier-ignore
  const shown: OpenShift[] = []
  for (const [id, own] of Map.groupBy(rows, ({ plan_id }) => plan_id)) {
    const plan = plans.get(id)
    if (!plan) continue
    const known = await weeksAround(work, plan, { rows: own, bids })
    for (const row of own)
      if (await maySee(work, plan, row)) shown.push(await show(work, plan, { row, bids: bids.get(row.id) ?? [], known }))
  }
  const place = new Map(rows.map(({ id }, nth) => [id, nth]))
  return shown.toSorted((a, b) => place.get(a.id)! - place.get(b.id)!) // each is one of them
}

type Page = { rows: readonly OpenShiftRow[]; bids: ReadonlyMap<string, readonly BidRow[]> }
// Read once for everybody whose weeks are asked after on this page.
async function weeksAround(work: Work, plan: PlanRow, { rows, bids }: Page): Promise<KnownWeeks | undefined> {
  const open = rows.filter(({ ended_at }) => ended_at === null)
  const [me, chooses] = [meOrNobody(work), mayChoose(work, plan)]
  const bidders = chooses ? open.flatMap(({ id }) => (bids.get(id) ?? []).filter(({ withdrawn, shift_id }) => !withdrawn && !shift_id).map(({ person_id }) => person_id)) : []
  const people = [...new Set([...bidders, ...(me === null ? [] : [me])])]
  const days = open.map(({ day }) => day.toString()).toSorted()
  return people.length > 0 && days.length > 0 ? await weeksFor(work, plan, { people, days: [days[0]!, days.at(-1)!] }) : undefined
} // prettier-ignore

const meOrNobody = ({ actor }: Work): PersonId | null => (actor.kind === 'person' ? actor.id : null)
export const mayChoose = (work: Work, plan: PlanRow): boolean => mayForPlan(work, plan, 'workforce.approve')

async function maySee(work: Work, plan: PlanRow, { teams }: OpenShiftRow): Promise<boolean> {
  if (await seesPlan(work, plan)) return true
  const me = meOrNobody(work)
  if (me === null || !(await isOfPlan(work, plan, me))) return false
  return teams.length === 0 || (await staff.teamsOf(work, me)).some((team) => teams.includes(team))
}

type Of = { row: OpenShiftRow; bids: readonly BidRow[]; known: KnownWeeks | undefined }
async function show(work: Work, plan: PlanRow, { row, bids, known }: Of): Promise<OpenShift> {
  const chooses = mayChoose(work, plan)
  const alive = bids.filter(({ withdrawn }) => !withdrawn)
  const me = meOrNobody(work)
  const mine = alive.find(({ person_id }) => person_id === me)
  const open = row.ended_at === null && Temporal.Instant.compare(row.closes_at, work.now) > 0
  const against = me !== null && open && !mine ? await whyNot(work, plan, { open: row, person: me, known }) : []
  const hard = against.filter((each) => each.hard)
  const teams = await staff.teamsNamed(work, row.teams)
  return {
    id: row.id, plan: row.plan_id, day: row.day.toString(), starts_at: row.starts_at.toString(), ends_at: row.ends_at.toString(), places: row.places,
    taken: alive.filter(({ shift_id }) => shift_id !== null).length,
    teams: row.teams.map((id) => ({ id, name: teams.get(id)?.name ?? '' })),
    skills: row.skills, site: row.site, rule: row.rule, closes_at: row.closes_at.toString(), state: row.ended_as ?? 'open', note: row.note,
    bids: await shownBids(work, plan, { row, bids: chooses ? alive : alive.filter(({ person_id }) => person_id === me), known }),
    mine: standing(mine, row),
    why_not: hard,
    mind: me === null ? [] : against.filter((each) => isOwnOvertime(each, me)),
    may: mayOf({ open, chooses, mine, could: me !== null && hard.length === 0, ended: row.ended_at !== null }),
  } // prettier-ignore
}

type Standing = { open: boolean; chooses: boolean; mine: BidRow | undefined; could: boolean; ended: boolean }
const mayOf = ({ open, chooses, mine, could, ended }: Standing): OpenShift['may'] => [
  ...(open && could && !mine ? (['bid'] as const) : []),
  ...(open && mine?.shift_id === null ? (['unbid'] as const) : []),
  ...(!ended && chooses ? (['choose', 'withdraw'] as const) : []),
]

function standing(mine: BidRow | undefined, { ended_at }: OpenShiftRow): OpenShift['mine'] {
  if (!mine) return 'none'
  if (mine.shift_id) return 'chosen'
  return ended_at ? 'not_chosen' : 'bid'
}

async function shownBids(work: Work, plan: PlanRow, { row, bids, known }: Of): Promise<OpenShift['bids']> {
  const ids = bids.map(({ person_id }) => person_id)
  const [people, fair] = [await staff.find(work, ids), await fairnessFor(work, ids, { before: row.day })]
  const shown: OpenShift['bids'] = []
  for (const { person_id, at, shift_id } of bids)
    shown.push({
      person: { id: person_id, name: people.get(person_id)?.name ?? '' },
      at: at.toString(),
      chosen: shift_id,
      extra_min: fair.get(person_id)?.extra_min ?? 0,
      saturdays: fair.get(person_id)?.saturdays ?? 0,
      troubles: shift_id || row.ended_at ? [] : await whyNot(work, plan, { open: row, person: person_id, known }),
    })
  return shown
}
