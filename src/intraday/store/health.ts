// What the doctor asks.
import { integer } from '#base/sql'
import type { Work } from '#base/work'

export const alertsOpenSince = (work: Work, before: Temporal.Instant) => work.sql.one({ alerts: integer })`
  select count(*) as alerts from intraday.alert where tenant_id = ${work.tenant} and closed_at is null and opened_at < ${before}`

export const menusThinking = (work: Work, before: Temporal.Instant) => work.sql.one({ menus: integer })`
  select count(*) as menus from intraday.menu where tenant_id = ${work.tenant} and state in ('asked', 'thinking') and asked_at < ${before}`

type Span = { from: Temporal.Instant; to: Temporal.Instant }
/** Of moves applied in a span that is over, and not undone: how many were never measured to the end, still hold, or wait for an answer. */
export const movesLeft = (work: Work, { from, to }: Span) => work.sql.one({ unmeasured: integer, lasting: integer, asks: integer })`
  select count(*) filter (where not coalesce((m.measured ->> 'over')::boolean, false)) as unmeasured,
    count(*) filter (where exists (select from intraday.step s where s.tenant_id = m.tenant_id and s.move_id = m.id and s.state = 'done'
      and s.step ->> 'does' in ('chats', 'call_back'))) as lasting,
    count(*) filter (where exists (select from intraday.step s where s.tenant_id = m.tenant_id and s.move_id = m.id and s.state = 'asked')) as asks
  from intraday.move m where m.tenant_id = ${work.tenant} and m.applied_at >= ${from} and m.applied_at < ${to} and m.undone_at is null` // prettier-ignore
