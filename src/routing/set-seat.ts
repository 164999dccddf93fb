// Somebody pauses, or is ready again: for everything, or not for some channels.
import * as staff from '#staff'
import { allow, can } from '#access'
import type { PersonId } from '#base/contract'
import { refuse, type Work } from '#base/work'
import { noRules, type MySeat, type Seat } from './contract.ts'
import { meOf } from './my-offers.ts'
import { showMySeat } from './my-seat.ts'
import { hold } from './router/hold.ts'
import { reseat } from './router/reseat.ts'
import { stepHeld } from './router/step.ts'
import { showSeats } from './show-seats.ts'
import { findSeats } from './store/seat.ts'

type Wish = { state: 'ready' | 'paused'; because: string; until?: string | undefined; channels?: readonly string[] }

export async function setMySeat(work: Work, wish: Wish): Promise<MySeat> {
  allow(work, 'routing.take')
  const me = meOf(work)
  await setSeat(work, me, wish)
  return await showMySeat(work, me)
}

export async function setOthersSeat(work: Work, { person, ...wish }: Wish & { person: PersonId }): Promise<Seat> {
  const teams = await staff.teamsOf(work, person)
  if (teams.length === 0) allow(work, 'presence.set_others', { team: null })
  else
    allow(work, 'presence.set_others', {
      team: teams.find((team) => can(work.actor, 'presence.set_others', { team })) ?? teams[0]!,
    })
  await setSeat(work, person, wish)
  return (await showSeats(work, await findSeats(work, [person])))[0]!
}

async function setSeat(work: Work, person: PersonId, { state, because, until, channels = [] }: Wish): Promise<void> {
  const held = await hold(work)
  if (!held?.machine.people.at.has(person)) throw refuse(noRules, {})
  const pauses = state === 'paused'
  const pause = {
    paused_at: pauses ? work.now : null,
    pause_until: pauses && until ? Temporal.Instant.from(until) : null,
    pause_because: pauses && because !== '' ? because : null,
    paused_channels: pauses ? [] : [...channels],
  }
  const { facts, seats_at } = await reseat(work, held, { of: [person], wish: { person, pause } })
  await stepHeld(work, held, { facts, seats_at })
}
