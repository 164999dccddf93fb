// Who was told that a shift is offered, a swap or an open shift: from it the one notice is written that says all of it.
import type { PersonId } from '#base/contract'
import { instant, part, uuid } from '#base/sql'
import type { Work } from '#base/work'

const row = { person_id: uuid<PersonId>(), starts_at: instant, ends_at: instant }
type Offer = { id: string; starts_at: Temporal.Instant; ends_at: Temporal.Instant }

export const insertTold = (work: Work, { id, starts_at, ends_at }: Offer, people: readonly PersonId[]) => work.sql.run`
  insert into scheduling.offer_told (tenant_id, person_id, offer_id, starts_at, ends_at, told_at)
  select ${work.tenant}, person, ${id}, ${starts_at}, ${ends_at}, ${work.now} from unnest(${people}::uuid[]) as person order by person
  on conflict do nothing`

/** Everything they were told and that is still offered, the soonest first. */
export const toldOf = (work: Work, people: readonly PersonId[]) => work.sql.many(row)`
  select person_id, starts_at, ends_at from scheduling.offer_told
  where tenant_id = ${work.tenant} and person_id = any(${people}::uuid[]) and starts_at > ${work.now} order by person_id, starts_at, offer_id limit 100000`

/** What was offered is no longer; or, of one person, they answered. */
export const forgetTold = (work: Work, offers: readonly string[], person: PersonId | null) => work.sql.many({
  person_id: uuid<PersonId>(),
})`
  delete from scheduling.offer_told where tenant_id = ${work.tenant} and offer_id = any(${offers}::uuid[]) ${person ? part`and person_id = ${person}` : part``}
  returning person_id`
