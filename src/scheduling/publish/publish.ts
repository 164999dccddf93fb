// A plan is published as it was seen: one commit.
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import { stale } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { MOST_TROUBLES, troublesOfPlan } from '../plans/troubles.ts'
import { needPlan, needPlanHeld } from '../plans/need-plan.ts'
import { showPlan } from '../plans/show.ts'
import {
  changeKinds, notByLaw, planChanged, planNotPublished, type Plan, type PlanId, type Publication, type ShiftChange, type TroubleSaid,
} from '../contract.ts' // prettier-ignore
import type { Different } from '../rules/difference.ts'
import { recordPublished, recordUnpublished, type PlanRow } from '../store/plan.ts'
import { areTheirs } from '../whose.ts'
import { changesOfPlan } from './changes-of.ts'
import { shortNotice } from './notice.ts'
import { putInForce } from './put-in-force.ts'

const MOST_SHOWN = 500

type Preview = {
  version: number
  people: number
  counts: Record<ShiftChange['change'], number>
  unassigned: number
  changes: ShiftChange[]
  more: boolean
  troubles: TroubleSaid[]
}

/** What publishing would change, and what stands against it. */
export async function previewPublishing(work: Work, { id }: { id: PlanId }): Promise<Preview> {
  const plan = await needPlan(work, id, 'workforce.read')
  const isTheirs = await areTheirs(work)
  const { drawn, changes: all } = await changesOfPlan(work, plan)
  const changes = all.filter(({ person }) => isTheirs(person))
  const against = (await troublesOfPlan(work, plan)).filter(({ person }) => isTheirs(person))
  const troubles = [...against, ...(await shortNotice(work, plan.zone, changes))]
  return {
    version: plan.version,
    people: new Set(changes.map(({ person }) => person)).size,
    counts: countsOf(changes),
    unassigned: drawn.filter(({ person }) => person === null).length,
    changes: await named(work, changes.slice(0, MOST_SHOWN)),
    more: changes.length > MOST_SHOWN,
    troubles: troubles.slice(0, MOST_TROUBLES),
  }
}

type Asked = { id: PlanId; version: number; note: string }
export async function publishPlan(
  work: Work,
  { id, version, note }: Asked,
): Promise<{ plan: Plan; publication: Publication | null }> {
  const plan = await needPlanHeld(work, id, 'workforce.manage')
  if (plan.version !== version)
    throw refuse(stale, { current: await showPlan(work, { id }), given_version: version, current_version: plan.version })
  const hard = (await troublesOfPlan(work, plan)).filter(({ hard: isHard }) => isHard)
  if (hard.length > 0) throw refuse(notByLaw, { troubles: hard.slice(0, MOST_TROUBLES) })
  const { drawn, changes } = await changesOfPlan(work, plan)
  const first = plan.published_at === null
  if (changes.length === 0 && !first) {
    await recordPublished(work, id, { changes: plan.changes, number: plan.publications })
    return { plan: await showPlan(work, { id }), publication: null }
  }
  const number = await putInForce(work, plan, { kind: 'published', note, drawn, changes, first })
  return { ...(await told(work, plan, { number, note, changes })), plan: await showPlan(work, { id }) }
}

type Said = { number: number; note: string; changes: readonly Different[] }
async function told(work: Work, plan: PlanRow, { number, note, changes }: Said): Promise<{ publication: Publication }> {
  await recordPublished(work, plan.id, { changes: plan.changes, number })
  work.publish(planChanged, { plan: plan.id, what: 'published' })
  const by =
    work.actor.kind === 'person'
      ? { id: work.actor.id, name: (await staff.find(work, [work.actor.id])).get(work.actor.id)?.name ?? '' }
      : null
  const people = new Set(changes.map(({ person }) => person)).size
  return { publication: { number, at: work.now.toString(), by, kind: 'published', note, people, changes: changes.length } }
}

/** From now on nobody is planned by it; what has begun stays. */
export async function unpublishPlan(work: Work, { id }: { id: PlanId }): Promise<Plan> {
  const plan = await needPlanHeld(work, id, 'workforce.manage')
  if (plan.published_at === null) throw refuse(planNotPublished, {})
  const { coming } = await comingOf(work, plan)
  const number = await putInForce(work, plan, { kind: 'unpublished', note: '', drawn: [], changes: coming })
  await recordUnpublished(work, id, number)
  work.publish(planChanged, { plan: id, what: 'unpublished' })
  return await showPlan(work, { id })
}

async function comingOf(work: Work, plan: PlanRow): Promise<{ coming: Different[] }> {
  const { seen } = await changesOfPlan(work, plan)
  const later = seen.filter(({ starts_at }) => Temporal.Instant.compare(Temporal.Instant.from(starts_at), work.now) > 0)
  return {
    coming: later.map(({ id: shift, person, day, starts_at, ends_at }) => ({
      shift,
      person,
      day,
      change: 'gone',
      before: { starts_at, ends_at },
      after: null,
    })),
  }
}

const countsOf = (changes: readonly Different[]): Preview['counts'] =>
  Object.fromEntries(
    changeKinds.map((kind) => [kind, changes.filter(({ change }) => change === kind).length]),
  ) as Preview['counts'] // all kinds are in it

export async function named(work: Work, changes: readonly Different[]): Promise<ShiftChange[]> {
  const people = await staff.find(work, changes.map(({ person }) => person)) // prettier-ignore
  const name = (id: PersonId) => ({ id, name: people.get(id)?.name ?? '' })
  return changes.map(({ person, ...change }) => ({ ...change, person: name(person) }))
}
