// Who may hear what the journal says. An event about a case is for those who may read that case; what is said of doors and mailboxes, which
// belong to one brand or another, only for those who serve them all; what is said of accounts and sessions is nobody's but the journal's readers'.
import { can, scopesFor, teamsFor } from '#access'
import type { Permission } from '#access/contract'
import type { Actor, PersonId, TenantId } from '#base/contract'
import type { Event } from '#base/journal'
import type { As } from '#base/work'
import { z } from 'zod'

export type BrandOf = (tenant: TenantId, caseId: string) => Promise<string | null>
/** The teams somebody is of, or leads. */
export type TeamsOf = (tenant: TenantId, person: PersonId) => Promise<readonly string[]>
export type Lookups = { brandOf: BrandOf; teamsOf: TeamsOf }

const OF_THE_DESK =
  /^(forecasting|staffing|scheduling|intraday|rehearsal|routing|clock|unhappy|hand_over|task|cover|field|view|setup|portal|case|chat|message|note|promise|upkeep|article|customers?|staff|mail|mailbox|brands|widget|form)\./
// What somebody was told is between them and their bell.
const OF_ONE = /^staff\.(told|notices_seen)$/
const ofWhom = z.object({ person: z.string() })
// Forecasts, needs and plans are for whoever may read them, and for the person they are about; what is said of one person, for who leads them.
const OF_THE_PLAN = /^(forecasting|staffing|scheduling|intraday)\./
// Shifts that are offered are for whoever may take them: everybody with a desk. A shift somebody would swap is for those it is offered to.
const ON_OFFER = /^scheduling\.open_shift_changed$/
const OF_SOME_BRAND = /^(mail|mailbox|brands|widget|form)\./

/** For some of a house only, whatever cases they read: what one person was told, and forecasts, needs and plans. */
export const isForSome = ({ name }: Event): boolean => OF_ONE.test(name) || (OF_THE_PLAN.test(name) && !ON_OFFER.test(name))

export const isOfTheDesk = ({ name }: Event): boolean => OF_THE_DESK.test(name)

export const hearsAll = (actor: Actor, permission: Permission): boolean => can(actor, permission, { brand: null })

// For a desk. The brand is asked for only where it matters. Whoever reads no cases hears of the tasks they are asked, and of colleagues.
export async function mayHear(actor: Actor, event: Event, { brandOf, teamsOf }: Lookups): Promise<boolean> {
  if (!isOfTheDesk(event)) return false
  if (OF_ONE.test(event.name)) return isAbout(actor, event)
  if (ON_OFFER.test(event.name)) return true
  if (OF_THE_PLAN.test(event.name)) return isAbout(actor, event) || (await mayHearOfPlan(actor, event, teamsOf))
  if (hearsAll(actor, 'case.read') || isAskedOf(actor, event) || isOfferedTo(actor, event)) return true
  if (scopesFor(actor, 'case.read').length === 0) return event.name.startsWith('staff.')
  if (!event.case_id) return !OF_SOME_BRAND.test(event.name)
  return can(actor, 'case.read', { brand: await brandOf(event.tenant_id, event.case_id) })
}

const ofPlan = z.object({
  person: z.string().optional(),
  among: z.object({ teams: z.array(z.string()), people: z.array(z.string()) }).optional(),
})
async function mayHearOfPlan(actor: Actor, { tenant_id, payload }: Event, teamsOf: TeamsOf): Promise<boolean> {
  const own = teamsFor(actor, 'workforce.read')
  if (own === null) return true
  const { person, among } = ofPlan.safeParse(payload).data ?? {}
  if (person === undefined) return hearsAll(actor, 'workforce.read')
  const isOf = async (id: string, has: (team: string) => boolean) => (await teamsOf(tenant_id, id as PersonId)).some(has) // as an event names people
  if (own.size > 0 && (await isOf(person, (team) => own.has(team)))) return true
  if (!among || actor.kind !== 'person') return false
  const { teams, people } = among
  if (teams.length + people.length === 0 || people.includes(actor.id)) return true
  return await isOf(actor.id, (team) => teams.includes(team))
}

const isAbout = (actor: Actor, { payload }: Event): boolean =>
  actor.kind === 'person' && ofWhom.safeParse(payload).data?.person === actor.id

// Events of tasks name those of whom they are asked.
const named = z.object({ people: z.array(z.string()) })
function isAskedOf(actor: Actor, { name, payload }: Event): boolean {
  if (actor.kind !== 'person' || !name.startsWith('task.')) return false
  return named.safeParse(payload).data?.people.includes(actor.id) ?? false
}

// What is offered to somebody, and how they stand, they hear even where they read no cases; that the rules changed says nothing of anybody.
function isOfferedTo(actor: Actor, event: Event): boolean {
  const { name } = event
  if (actor.kind !== 'person' || !name.startsWith('routing.')) return false
  return name === 'routing.rules_in_force' || isAbout(actor, event)
}

// For a program that reads the journal: everything, or, held for some brands, what is about their cases.
export async function mayReadInJournal(actor: Actor, event: Event, brandOf: BrandOf): Promise<boolean> {
  if (hearsAll(actor, 'journal.read')) return true
  return event.case_id !== null && can(actor, 'journal.read', { brand: await brandOf(event.tenant_id, event.case_id) })
}

// Of a case that does not exist, whoever reads the whole journal reads nothing either way.
export const mayReadOfCase = async ({ tenant, actor }: As, caseId: string, brandOf: BrandOf): Promise<boolean> =>
  hearsAll(actor, 'journal.read') || can(actor, 'journal.read', { brand: await brandOf(tenant, caseId) })

export async function among(events: readonly Event[], wanted: (event: Event) => Promise<boolean>): Promise<Event[]> {
  const heard: Event[] = []
  for (const event of events) if (await wanted(event)) heard.push(event)
  return heard
}
