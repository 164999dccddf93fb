// SQL of what whoever runs the floor says for a while.
import type { PersonId } from '#base/contract'
import { instant, integer, text, uuid } from '#base/sql'
import { actorId, type Work } from '#base/work'

type Placing = { id: string; person: PersonId; queue: string; preference: number; until: Temporal.Instant }
export const insertPlacing = (work: Work, p: Placing) => work.sql.run`
  insert into routing.placing (tenant_id, id, person_id, queue, preference, from_at, until_at, set_by)
  values (${work.tenant}, ${p.id}, ${p.person}, ${p.queue}, ${p.preference}, ${work.now}, ${p.until}, ${actorId(work.actor)})`

export const endPlacing = (work: Work, { person, queue }: { person: PersonId; queue: string }) => work.sql.run`
  update routing.placing set until_at = greatest(from_at, ${work.now})
  where tenant_id = ${work.tenant} and person_id = ${person} and queue = ${queue} and until_at > ${work.now}`

const placing = { person_id: uuid<PersonId>(), queue: text, preference: integer, until_at: instant, set_by: text }
export type PlacingRow = Awaited<ReturnType<typeof placingsNow>>[number]
/** What holds now. */
export const placingsNow = (work: Work) => work.sql.many(placing)`
  select person_id, queue, preference, until_at, set_by from routing.placing
  where tenant_id = ${work.tenant} and from_at <= ${work.now} and until_at > ${work.now} order by person_id, queue limit 20000`

export const findPlacing = (work: Work, { person, queue }: Pick<Placing, 'person' | 'queue'>) => work.sql.maybeOne(placing)`
  select person_id, queue, preference, until_at, set_by from routing.placing
  where tenant_id = ${work.tenant} and person_id = ${person} and queue = ${queue} and from_at <= ${work.now} and until_at > ${work.now} limit 1`

type Word = { id: string; queue: string; opens: boolean; until: Temporal.Instant; because: string }
export const insertHoursWord = (work: Work, w: Word) => work.sql.run`
  insert into routing.hours_word (tenant_id, id, queue, opens, from_at, until_at, because, set_by)
  values (${work.tenant}, ${w.id}, ${w.queue}, ${w.opens}, ${work.now}, ${w.until}, ${w.because}, ${actorId(work.actor)})`

export const endHoursWord = (work: Work, queue: string) => work.sql.run`
  update routing.hours_word set until_at = greatest(from_at, ${work.now})
  where tenant_id = ${work.tenant} and queue = ${queue} and until_at > ${work.now}`
