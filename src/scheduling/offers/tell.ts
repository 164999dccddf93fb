// Who may take what is offered is told: a swap offered to all, or an open shift. Everybody’s weeks are asked, so it is a job, and nobody waits for it.
import { jobKind, later, worker, type Worker } from '#base/jobs'
import { givingWay } from '#base/give-way'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import { addedFor } from '../bids/why-not.ts'
import type { ShiftId } from '../contract.ts'
import { weeksFor } from '../moves/check-changes.ts'
import { peopleOfPlan, type Planned } from '../plans/people.ts'
import { seenAs } from '../publish/seen.ts'
import { bears } from '../rules/bears.ts'
import type { Drawn } from '../rules/drawn.ts'
import { inForceById } from '../store/in-force.ts'
import { bidsFor, findOpenShift } from '../store/open-shift.ts'
import { findPlan, type PlanRow } from '../store/plan.ts'
import { findSwap } from '../store/swap.ts'
import { sayOffered } from './say.ts'

type Offered = { id: string; kind: 'swap' | 'open_shift'; by: PersonId | null }
export const telling = jobKind<Offered>('scheduling.tell_offer')

export const tellWhoMay = (work: Work, { id, kind }: Pick<Offered, 'id' | 'kind'>): Promise<string> =>
  later(work, telling, {
    payload: { id, kind, by: work.actor.kind === 'person' ? work.actor.id : null },
    line: 'scheduling offers',
  })

export const offerTeller: Worker = worker(
  telling,
  async (job) =>
    await job.work(async (work) => {
      await job.finish(work)
      const { id, kind, by } = job.payload
      const offer = kind === 'swap' ? await swapOffered(work, id) : await openShiftOffered(work, id)
      if (!offer) return
      const people = (await whoMay(work, offer)).filter((person) => person !== by)
      const { shift } = offer
      await sayOffered(work, { id, starts_at: Temporal.Instant.from(shift.starts_at), ends_at: Temporal.Instant.from(shift.ends_at) }, people) // prettier-ignore
    }),
)

type ToTake = { plan: PlanRow; shift: Drawn & { id: ShiftId }; asked: (person: Planned) => boolean }

async function swapOffered(work: Work, id: string): Promise<ToTake | null> {
  const swap = await findSwap(work, id)
  if (!swap || swap.ended_at || swap.taken_at || swap.to_id) return null
  const [row] = await inForceById(work, [swap.shift_id])
  const plan = row?.person_id === swap.person_id ? await findPlan(work, row.plan_id) : undefined
  return plan && row ? { plan, shift: seenAs(row), asked: ({ id: person }) => person !== swap.person_id } : null
}

async function openShiftOffered(work: Work, id: string): Promise<ToTake | null> {
  const open = await findOpenShift(work, id)
  const plan = open && !open.ended_at ? await findPlan(work, open.plan_id) : undefined
  if (!open || !plan) return null
  const answered = new Set((await bidsFor(work, [open.id])).map(({ person_id }) => person_id))
  const nobody = open.id as string as ShiftId // of a shift that is only thought of
  const { after } = await addedFor(work, plan, { open, person: null, shift: nobody })
  const isAsked = ({ id: person, teams, skills }: Planned): boolean =>
    !answered.has(person) &&
    (open.teams.length === 0 || teams.some((team) => open.teams.includes(team))) &&
    open.skills.every((skill) => (skills[skill] ?? 0) > 0)
  return after && { plan, shift: { ...after, id: nobody }, asked: isAsked }
}

async function whoMay(work: Work, { plan, shift, asked }: ToTake): Promise<PersonId[]> {
  const people = (await peopleOfPlan(work, plan)).filter(asked).map(({ id }) => id)
  if (people.length === 0) return []
  const weeks = await weeksFor(work, plan, { people, days: [shift.day, shift.day] })
  const may: PersonId[] = []
  const wayGiven = givingWay()
  for (const person of people) {
    if (bears(weeks(person, [shift.day, shift.day]), { add: shift })) may.push(person)
    await wayGiven()
  }
  return may
}
