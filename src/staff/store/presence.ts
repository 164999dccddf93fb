import { instant, part, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { PersonId, PresenceState } from '../contract.ts'

const presence = { person_id: uuid<PersonId>(), state: word<PresenceState>(), since: instant, last_seen_at: instant }

// `since` moves only when the state does, so that "busy since 10:12" survives being said again.
export const putPresence = (work: Work, person: PersonId, state: PresenceState) => work.sql.one(presence)`
  insert into staff.presence as here (tenant_id, person_id, state, since, last_seen_at)
  values (${work.tenant}, ${person}, ${state}, ${work.now}, ${work.now})
  on conflict (tenant_id, person_id) do update
  set state = excluded.state, last_seen_at = greatest(here.last_seen_at, excluded.last_seen_at),
    since = case when here.state = excluded.state then here.since else excluded.since end
  returning person_id, state, since, last_seen_at`

export const findPresence = (work: Work, person: PersonId) => work.sql.maybeOne(presence)`
  select person_id, state, since, last_seen_at from staff.presence where tenant_id = ${work.tenant} and person_id = ${person} for update`

export const findPresences = (work: Work, people: readonly PersonId[]) => work.sql.many(presence)`
  select person_id, state, since, last_seen_at from staff.presence where tenant_id = ${work.tenant} and person_id = any(${people}::uuid[])`

export const touchPresence = (work: Work, person: PersonId) => work.sql.run`
  update staff.presence set last_seen_at = ${work.now} where tenant_id = ${work.tenant} and person_id = ${person} and last_seen_at < ${work.now}`

export const removePresence = (work: Work, person: PersonId) => work.sql.run`
  delete from staff.presence where tenant_id = ${work.tenant} and person_id = ${person}`

export const listPresence = (work: Work, page: { cursor?: string | undefined; most: number }) => work.sql.many(presence)`
  select person_id, state, since, last_seen_at from staff.presence
  where tenant_id = ${work.tenant} ${page.cursor ? part`and person_id > ${page.cursor}` : part``}
  order by person_id limit ${page.most}`

export const arriveIfOffline = (work: Work, person: PersonId) => work.sql.many({ person_id: uuid<PersonId>() })`
  insert into staff.presence as here (tenant_id, person_id, state, since, last_seen_at)
  select ${work.tenant}, id, 'available', ${work.now}, ${work.now} from staff.person
  where tenant_id = ${work.tenant} and id = ${person} and left_at is null
  on conflict (tenant_id, person_id) do update set state = 'available', since = excluded.since, last_seen_at = excluded.last_seen_at
  where here.state = 'offline'
  returning person_id`

export const touchAll = (work: Work, people: readonly PersonId[]) => work.sql.run`
  update staff.presence set last_seen_at = ${work.now} where tenant_id = ${work.tenant} and person_id = any(${people}::uuid[])`

export const leaveQuietOnes = (work: Work, before: Temporal.Instant) => work.sql.many({ person_id: uuid<PersonId>() })`
  update staff.presence set state = 'offline', since = ${work.now}
  where tenant_id = ${work.tenant} and state <> 'offline' and last_seen_at < ${before}
  returning person_id`

export const findHere = (work: Work, people: readonly PersonId[]) => work.sql.many({ person_id: uuid<PersonId>() })`
  select person_id from staff.presence
  where tenant_id = ${work.tenant} and person_id = any(${people}::uuid[]) and state in ('available', 'busy')`
