// What the journal makes stale. A busy house says several things a second: only what concerns the reader or is on the screen is read
// again, a case at once, lists at most every second (three for those that are not one's own).
import { getSession } from '#access/contract'
import { atMostEvery } from '#ui/at-most-every'
import { live, type JournalEvent } from '#ui/live'
import { keyOf, queries, refetch } from '#ui/query'
import { getCustomer, listLikenesses } from '#customers/contract'
import { countCases, getCase, listCases, listHandOvers, listMentions } from '../contract.ts'

const NAMES = [
  'case.opened', 'message.received', 'message.queued', 'message.settled', 'message.cancelled', 'message.noticed', 'case.owner_changed', 'case.hand_over_offered',
  'case.hand_over_ended', 'case.closed', 'case.reopened', 'case.edited', 'note.added', 'case.handled', 'case.unhandled', 'case.blocked', 'case.unblocked', 'case.merged', 'case.unmerged',
] // prettier-ignore
const OF_PEOPLE = [
  'customer.joined',
  'customer.parted',
  'customer.told_apart',
  'customer.claim_proven',
  'customer.identity_added',
  'customer.changed',
]
const OWN_MILLISECONDS = 1_000
const OTHERS_MILLISECONDS = 3_000

/** Once, when the room's screens are loaded. */
export function keepFresh(): void {
  const own = atMostEvery(OWN_MILLISECONDS, () => void refetch(countCases, listHandOvers, listCases, listMentions))
  const others = atMostEvery(OTHERS_MILLISECONDS, () => void refetch(listCases))
  live.on(OF_PEOPLE, () => void refetch(getCustomer, listLikenesses))
  live.on(['customer.changed'], () => {
    others()
    void queries.invalidateQueries({ queryKey: keyOf(getCase) })
  })
  live.on(['staff.absence_planned', 'staff.absence_cancelled', 'staff.absence_changed'], () => {
    own() // who stands in for whom
    void queries.invalidateQueries({ queryKey: keyOf(getCase) })
  })
  live.on(['case.merged', 'case.unmerged'], () => void queries.invalidateQueries({ queryKey: keyOf(getCase) })) // both of them
  live.on(NAMES, (event) => {
    if (event.case_id) void queries.invalidateQueries({ queryKey: keyOf(getCase, { id: event.case_id }) })
    if (concernsMe(event)) own()
    else others()
  })
}

function concernsMe({ case_id, payload }: JournalEvent): boolean {
  const session = queries.getQueryData<{ person: { id: string } | null }>(keyOf(getSession, {}))
  const me = session?.person?.id
  if (!me || payload === null || typeof payload !== 'object') return true
  const named = Object.values(payload).flat()
  return named.includes(me) || isShownAsMine(case_id)
}

type Pages = { pages: { items: { id: string }[] }[] }

function isShownAsMine(id: string | undefined): boolean {
  const mine = queries.getQueriesData<Pages>({ queryKey: keyOf(listCases), predicate: ({ queryKey }) => isOwn(queryKey[1]) })
  return mine.some(([, data]) => data?.pages?.some((page) => page.items.some((item) => item.id === id)) ?? false)
}

const isOwn = (input: unknown): boolean => input !== null && typeof input === 'object' && 'owner' in input && input.owner === 'me'
