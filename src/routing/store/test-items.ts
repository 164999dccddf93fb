// For tests and scratch houses: contacts as they lie in the cupboard once they came out one way or the other.
import { newId } from '#base/id'
import type { Work } from '#base/work'

type Came = {
  rulebook: string
  queue?: string
  channel?: string
  in_time?: number
  late?: number
  gone?: number
  waiting?: number
}

/** Calls that arrived just now: in time after 5 seconds, late after 60, gone after 40; `waiting` ones still do. */
export async function insertPastItems(work: Work, came: Came): Promise<void> {
  const { in_time = 0, late = 0, gone = 0, waiting = 0 } = came
  const kinds = [
    ...Array(in_time).fill('in_time'),
    ...Array(late).fill('late'),
    ...Array(gone).fill('gone'),
    ...Array(waiting).fill('waiting'),
  ]
  const ids = kinds.map(() => newId(work.now))
  await work.sql.run`
    insert into routing.item (tenant_id, id, kind, channel, title, facts, queue, queued_at, rulebook, arrived_at, place_at, units, most, gives_way, state, since,
      taken_at, taken_by, ended_at, ended_as)
    select ${work.tenant}, n.id, 'given', ${came.channel ?? 'phone'}, 'Appel', '{}', ${came.queue ?? 'appels'}, n.at, ${came.rulebook}, n.at, n.at, 100, 1, false,
      case n.kind when 'waiting' then 'waiting' else 'over' end, n.at,
      case n.kind when 'in_time' then n.at + interval '5 s' when 'late' then n.at + interval '60 s' end, case when n.kind in ('in_time', 'late') then 'offer' end,
      case n.kind when 'waiting' then null when 'gone' then n.at + interval '40 s' else n.at + interval '70 s' end,
      case n.kind when 'waiting' then null when 'gone' then 'left' else 'done' end
    from (select id, kind, ${work.now}::timestamptz as at from unnest(${ids}::uuid[], ${kinds}::text[]) u (id, kind)) n`
}
