// Who may come to the counter: nobody without a session, and a director of a fresh house answers three questions first.
import { redirect, type AnyRouter, type ParsedLocation } from '@tanstack/react-router'
import { getFirstRun } from '#brands/contract'
import { Refused, send } from '#ui/api'
import { keyOf, queries } from '#ui/query'
import { signedOut } from '#ui/signed-out'
import { askWhoIAm, isSeated, sitDown, standUp } from './session.ts'
import { screens } from './rooms.tsx'

const WELCOME = '/welcome'
const TASKS = '/tasks'
const open = new Set(screens.filter((screen) => screen.open).map((screen) => screen.path))

export async function guard({ location }: { location: ParsedLocation }): Promise<void> {
  if (open.has(location.pathname)) return
  const who = await askWhoIAm().catch((error: unknown) => {
    if (error instanceof Refused && error.status === 401) throw redirect(toSignIn(location.href))
    return null // the server is out of reach: the page itself will say so
  })
  if (!who) return
  sitDown(who)
  if (location.pathname === WELCOME) return
  if (location.pathname === '/' && !who.permissions.includes('case.read') && who.permissions.includes('task.read'))
    throw redirect({ to: TASKS as never }) // who reads no cases begins with the tasks they are asked
  if (who.permissions.includes('tenant.manage') && (await isFirstRun())) throw redirect({ to: WELCOME as never }) // a page of rooms.tsx
}

const isFirstRun = async (): Promise<boolean> => {
  const answer = await queries
    .fetchQuery({ queryKey: keyOf(getFirstRun, {}), queryFn: () => send(getFirstRun, {}), staleTime: Infinity, gcTime: Infinity })
    .catch(() => ({ needed: false }))
  return answer.needed
}

const toSignIn = (from: string) => ({ to: '/sign-in' as never, search: { to: from === '/' ? undefined : from } as never }) // a page of rooms.tsx

/** The session ended under our hands: to the sign-in page, keeping the way back. */
export function followSignOut(router: AnyRouter): void {
  signedOut.listen(() => {
    if (!isSeated()) return
    const from = router.state.location.href
    standUp()
    void router.navigate(toSignIn(from))
  })
}
