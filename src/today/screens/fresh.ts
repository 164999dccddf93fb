// What the journal makes stale of a day. Every room may touch it, so nothing is read again for each event: what concerns the reader at most every
// two seconds, what concerns others at most every twenty, and once a minute because time goes by.
import { getSession } from '#access/contract'
import { atMostEvery } from '#ui/at-most-every'
import { live, type JournalEvent } from '#ui/live'
import { keyOf, queries, refetch } from '#ui/query'
import { getGate, getTeamDay, getToday, getUnhappiness, listUnhappy } from '../contract.ts'

const OWN_MILLISECONDS = 2_000
const OTHERS_MILLISECONDS = 20_000
const MINUTE = 60_000

const NAMES = [
  'case.opened', 'case.owner_changed', 'case.hand_over_offered', 'case.hand_over_ended', 'case.closed', 'case.reopened', 'message.received', 'message.queued',
  'note.added', 'promise.made', 'promise.kept', 'promise.moved', 'promise.withdrawn', 'promise.broken', 'promise.passed_on', 'clock.started', 'clock.met', 'clock.breached',
  'clock.silent', 'clock.escalated', 'clock.taken', 'clock.holding_sent', 'task.asked', 'task.begun', 'task.answered', 'task.accepted', 'task.late', 'task.declined', 'task.cancelled', 'unhappy.noticed',
  'unhappy.calmed', 'staff.told', 'staff.notices_seen', 'staff.presence_changed', 'staff.absence_planned', 'staff.absence_cancelled', 'hand_over.escalated',
] // prettier-ignore

export function keepFresh(): void {
  const all = () => void refetch(getToday, getTeamDay, getGate, listUnhappy)
  const own = atMostEvery(OWN_MILLISECONDS, all)
  const others = atMostEvery(OTHERS_MILLISECONDS, all)
  live.on(NAMES, (event) => (concernsMe(event) ? own() : others()))
  live.on(['unhappy.noticed', 'unhappy.calmed'], () => void refetch(getUnhappiness))
  setInterval(() => {
    if (document.visibilityState === 'visible') all()
  }, MINUTE)
}

function concernsMe({ payload, case_id }: JournalEvent): boolean {
  const me = queries.getQueryData<{ person: { id: string } | null }>(keyOf(getSession, {}))?.person?.id
  if (!me || payload === null || typeof payload !== 'object') return true
  return Object.values(payload).flat().includes(me) || isShown(case_id)
}

type Shown = { sections?: { items: { case: { id: string } | null }[] }[] }
const isShown = (id: string | undefined): boolean =>
  id !== undefined &&
  queries
    .getQueriesData<Shown>({ queryKey: keyOf(getToday) })
    .some(([, day]) => day?.sections?.some(({ items }) => items.some((line) => line.case?.id === id)) ?? false)
