// Secret addresses of calendars; of the secret only its hash is kept.
import type { PersonId } from '#base/contract'
import { instant, integer, nullable, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { FeedId } from '../contract.ts'

const row = { id: uuid<FeedId>(), person_id: uuid<PersonId>(), made_at: instant, read_at: nullable(instant) }
export const insertFeed = (work: Work, feed: { id: FeedId; person: PersonId; hash: Buffer }) => work.sql.run`
  insert into scheduling.feed (tenant_id, id, person_id, hash, made_at) values (${work.tenant}, ${feed.id}, ${feed.person}, ${feed.hash}, ${work.now})`
export const feedsOf = (work: Work, person: PersonId) => work.sql.many(row)`
  select id, person_id, made_at, read_at from scheduling.feed where tenant_id = ${work.tenant} and person_id = ${person} and revoked_at is null
  order by id desc limit 50`
export const countFeeds = (work: Work, person: PersonId) => work.sql.one({ n: integer })`
  select count(*) as n from scheduling.feed where tenant_id = ${work.tenant} and person_id = ${person} and revoked_at is null`
export const feedByHash = (work: Work, hash: Buffer) => work.sql.maybeOne(row)`
  select id, person_id, made_at, read_at from scheduling.feed where tenant_id = ${work.tenant} and hash = ${hash} and revoked_at is null`
export const revokeFeed = (work: Work, id: FeedId, person: PersonId) => work.sql.run`
  update scheduling.feed set revoked_at = ${work.now} where tenant_id = ${work.tenant} and id = ${id} and person_id = ${person} and revoked_at is null`
export const revokeFeedsOf = (work: Work, person: PersonId) => work.sql.run`
  update scheduling.feed set revoked_at = ${work.now} where tenant_id = ${work.tenant} and person_id = ${person} and revoked_at is null`
// Once an hour is enough to know that it is read.
export const recordRead = (work: Work, id: FeedId) => work.sql.run`
  update scheduling.feed set read_at = ${work.now}
  where tenant_id = ${work.tenant} and id = ${id} and (read_at is null or read_at < ${work.now.subtract({ hours: 1 })})`
