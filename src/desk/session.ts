// Who sits at the desk: the answer of GET /session, kept with the other answers and asked again whenever the line breaks, because
// rights that changed close it. Everything else (the live line, the presence, the way to the sign-in page) follows from it.
import { useCallback, useSyncExternalStore } from 'react'
import { deleteSession, getSession, putSession, roles, type WhoAmI } from '#access/contract'
import { draftsOf } from '#ui/drafts'
import { chooseLanguage, useLanguage, type Language } from '#ui/language'
import { live } from '#ui/live'
import type { Presence } from '#ui/person'
import { keyOf, queries, useAsk, useSend } from '#ui/query'
import { send } from '#ui/api'
import { tell } from '#ui/failure'
import { listStaff, setPresence, type PresenceState } from '#staff/contract'

export type Seat = {
  id: string
  name: string
  role: string
  presence: Presence
  setPresence: (to: Presence) => void
  signOut: () => void
}

const KEY = keyOf(getSession, {})
const FRESH_SECONDS = 300
const said: Record<Presence, PresenceState> = { present: 'available', busy: 'busy', away: 'away' }
const shown: Record<PresenceState, Presence> = { available: 'present', busy: 'busy', away: 'away', offline: 'away' }

/** Asks the server who sits here. Refused with 401 when nobody does. */
export const askWhoIAm = (fresh = false): Promise<WhoAmI> =>
  queries.fetchQuery({
    queryKey: KEY,
    queryFn: () => send(getSession, {}),
    staleTime: fresh ? 0 : FRESH_SECONDS * 1000,
    retry: false,
  })

export const whoIAm = (): WhoAmI | undefined => queries.getQueryData(KEY)

export function useWhoIAm(): WhoAmI | undefined {
  return useSyncExternalStore(listen, whoIAm)
}
function listen(listener: () => void): () => void {
  return queries.getQueryCache().subscribe((event) => event.query.queryHash === JSON.stringify(KEY) && listener())
}

/** May whoever sits here do this? Before it is known everything is shown: the server decides anyway. */
export function useMay(): (permission: string | undefined) => boolean {
  const permissions = useWhoIAm()?.permissions
  return useCallback((wanted) => !wanted || !permissions || permissions.includes(wanted), [permissions])
}

/** Sits down: the live line starts, drafts are those of this person. */
export function sitDown(who: WhoAmI): void {
  if (!who.person || seated === who.person.id) return
  seated = who.person.id
  draftsOf(who.person.id)
  if (who.permissions.includes('task.read')) live.start()
}
let seated: string | null = null
export const isSeated = (): boolean => seated !== null

/** Nobody sits here any more. What was read is forgotten, drafts are not. */
export function standUp(): void {
  seated = null
  live.stop()
  queries.clear()
}

// The server hangs up when rights change or a session ends; whoever may still enter comes back with the rights of now.
live.watch(() => {
  if (live.state !== 'healing' || !seated) return
  const before = whoIAm()?.permissions.join()
  askWhoIAm(true).then(
    (who) => who.permissions.join() !== before && void queries.invalidateQueries(),
    () => {}, // refused: told by the query cache to whoever listens to signed-out; unreachable: the line itself says so
  )
})

export function useSeat(): Seat | null {
  const who = useWhoIAm()
  const email = who?.person?.email ?? ''
  const staff = useAsk(listStaff, { q: email, gone: false }, { enabled: email !== '' })
  const spoken = useLanguage()
  const change = useSend(setPresence, { refetch: [listStaff] })
  if (!who?.person) return null
  const card = staff.data?.items.find(({ id }) => id === who.person?.id)
  return {
    id: who.person.id,
    name: card?.name ?? email,
    role: card?.title || roleName(who, spoken),
    presence: shown[card?.presence ?? 'available'],
    setPresence: (to) => change.mutate({ state: said[to] }),
    signOut: () => void signOut(),
  }
}

const roleName = ({ grants: [first] }: WhoAmI, spoken: Language): string => (first ? roles[first.role][spoken] : '')

/** The language of the desk, and of the account of whoever sits at it. */
export function speak(language: Language): void {
  chooseLanguage(language)
  if (seated) void send(putSession, { language }).then((who) => queries.setQueryData(KEY, who), tell)
}

// Whoever would leave something that breaks is shown it first; on that page itself one just goes.
async function signOut(): Promise<void> {
  const { pathname } = location
  if (!pathname.endsWith('/leave') && (await leavesSomething())) return location.assign('/desk/leave')
  await send(setPresence, { state: 'offline' }).catch(() => {}) // leaving is not held up by it
  await send(deleteSession, {})
  location.assign('/desk/sign-in') // a page load, so that nothing of this person stays in memory
}

const leavesSomething = async (): Promise<boolean> => {
  if (!whoIAm()?.permissions.includes('case.read')) return false
  return await import('#today/screens').then((today) => today.somethingBreaks()).catch(() => false) // leaving is not held up by it
}
