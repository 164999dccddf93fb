// Shifts that are offered to colleagues.
import type { PersonId } from '#base/contract'
import { instant, integer, nullable, part, text, uuid, word, type Part } from '#base/sql'
import type { Work } from '#base/work'
import type { ShiftId, SwapId, SwapState } from '../contract.ts'

type End = Exclude<SwapState, 'offered' | 'taken'>
const row = {
  id: uuid<SwapId>(), shift_id: uuid<ShiftId>(), person_id: uuid<PersonId>(), shift_seen: integer, wants_id: nullable(uuid<ShiftId>()), wants_seen: nullable(integer),
  to_id: nullable(uuid<PersonId>()), note: text, offered_at: instant, taken_by: nullable(uuid<PersonId>()), taken_at: nullable(instant), ended_at: nullable(instant),
  ended_as: nullable(word<End>()), answered_by: nullable(uuid<PersonId>()), because: text,
} // prettier-ignore
const columns = part`id, shift_id, person_id, shift_seen, wants_id, wants_seen, to_id, note, offered_at, taken_by, taken_at, ended_at, ended_as, answered_by, because`
export type SwapRow = NonNullable<Awaited<ReturnType<typeof findSwap>>>

type New = {
  id: SwapId
  shift: ShiftId
  seen: number
  person: PersonId
  wants: ShiftId | null
  wants_seen: number | null
  to: PersonId | null
  note: string
}
/** 0: it is offered already. */
export const insertSwap = (work: Work, s: New) => work.sql.run`
  insert into scheduling.swap (tenant_id, id, shift_id, person_id, shift_seen, wants_id, wants_seen, to_id, note, offered_at)
  values (${work.tenant}, ${s.id}, ${s.shift}, ${s.person}, ${s.seen}, ${s.wants}, ${s.wants_seen}, ${s.to}, ${s.note}, ${work.now}) on conflict do nothing`

export const findSwap = (work: Work, id: string) => work.sql.maybeOne(row)`
  select ${columns} from scheduling.swap where tenant_id = ${work.tenant} and id = ${id}`
// Of two who take the same, the second waits, and finds it taken.
export const holdSwap = (work: Work, id: string) => work.sql.maybeOne(row)`
  select ${columns} from scheduling.swap where tenant_id = ${work.tenant} and id = ${id} for no key update`

type Page = { before: string | undefined; most: number }
/** Offered or taken by somebody, or still offered to them or to all. */
export const swapsOf = (work: Work, person: PersonId, { before, most }: Page) => work.sql.many(row)`
  select ${columns} from scheduling.swap
  where tenant_id = ${work.tenant} ${before ? part`and id < ${before}` : part``}
    and (person_id = ${person} or taken_by = ${person} or (ended_at is null and taken_at is null and (to_id is null or to_id = ${person})))
  order by id desc limit ${most}`
export const listSwaps = (work: Work, { before, most, waiting }: Page & { waiting: boolean }) => work.sql.many(row)`
  select ${columns} from scheduling.swap
  where tenant_id = ${work.tenant} ${before ? part`and id < ${before}` : part``} ${waiting ? part`and ended_at is null and taken_at is not null` : part``}
  order by id desc limit ${most}`

export const recordTaken = (work: Work, id: SwapId, by: { person: PersonId; gives: ShiftId | null; seen: number | null }) => work
  .sql.run`
  update scheduling.swap set taken_by = ${by.person}, taken_at = ${work.now}, wants_id = ${by.gives}, wants_seen = ${by.seen}
  where tenant_id = ${work.tenant} and id = ${id} and ended_at is null and taken_at is null`
/** Whoever said they would take it would rather not: it is offered again. */
export const recordLetGo = (work: Work, id: SwapId, wanted: { wants: ShiftId | null; seen: number | null }) => work.sql.run`
  update scheduling.swap set taken_by = null, taken_at = null, wants_id = ${wanted.wants}, wants_seen = ${wanted.seen}
  where tenant_id = ${work.tenant} and id = ${id} and ended_at is null`
export const recordEnd = (
  work: Work,
  id: SwapId,
  { as, by, because = '' }: { as: End; by: PersonId | null; because?: string },
) => work.sql.run`
  update scheduling.swap set ended_at = ${work.now}, ended_as = ${as}, answered_by = ${by}, because = ${because}
  where tenant_id = ${work.tenant} and id = ${id} and ended_at is null`

/** Open ones that ask somebody, or were taken by them. */
export const openWith = (work: Work, person: PersonId) => work.sql.many(row)`
  select ${columns} from scheduling.swap
  where tenant_id = ${work.tenant} and ended_at is null and (to_id = ${person} or taken_by = ${person}) order by id limit 500`

// A shift is as it was offered or taken while its sequence is.
const isAs = (work: Work, { shift, seen }: { shift: Part; seen: Part }): Part => part`exists (
    select from scheduling.in_force f where f.tenant_id = ${work.tenant} and f.shift_id = ${shift} and f.cancelled_at is null and f.sequence = ${seen})`

/** Open ones of which a shift is no longer what it was. */
export const overtakenSwaps = (work: Work, id?: SwapId) => work.sql.many(row)`
  select ${columns} from scheduling.swap s
  where tenant_id = ${work.tenant} and ended_at is null ${id ? part`and id = ${id}` : part``}
    and not (${isAs(work, { shift: part`s.shift_id`, seen: part`s.shift_seen` })}
      and (wants_id is null or ${isAs(work, { shift: part`s.wants_id`, seen: part`s.wants_seen` })}))
  order by id limit 1000`

/** Only its breaks moved, by one change: the hours that were offered are the same. */
export const followShifts = async (work: Work, shifts: readonly ShiftId[]): Promise<void> => {
  await work.sql.run`
    update scheduling.swap s set shift_seen = f.sequence from scheduling.in_force f
    where s.tenant_id = ${work.tenant} and s.ended_at is null and s.shift_id = any(${shifts}::uuid[]) and f.tenant_id = s.tenant_id and f.shift_id = s.shift_id
      and f.cancelled_at is null and f.sequence = s.shift_seen + 1`
  await work.sql.run`
    update scheduling.swap s set wants_seen = f.sequence from scheduling.in_force f
    where s.tenant_id = ${work.tenant} and s.ended_at is null and s.wants_id = any(${shifts}::uuid[]) and f.tenant_id = s.tenant_id and f.shift_id = s.wants_id
      and f.cancelled_at is null and f.sequence = s.wants_seen + 1`
}
