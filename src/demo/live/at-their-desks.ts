// Who of the made-up centre is at their desk: whoever is planned keeps their hours, as in what was written of the morning (texts/habits.ts). Where hardly
// anybody is planned, whoever has no shift today stands in, so that somebody answers at night. Guests too, until a visitor signs in as them: from then on they are the visitor's.
import * as access from '#access'
import * as routing from '#routing'
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import { isInstant } from '#routing/contract'
import { listPresence, listStaff, type Person, type PresenceState } from '#staff/contract'
import { act } from '../furnish/act.ts'
import { guests, staysToday, turnsToday } from '../furnish/turns-today.ts'
import { roster } from '../furnish/roster.ts'
import { stateAt } from '../texts/habits.ts'

const PLAYED = ['ines', 'karim', 'yann', 'thomas', 'lea', 'judith', 'oscar', 'priya']
const UNTIL_A_VISITOR_COMES = ['camille', 'sophie']
const FEWEST_AT_WORK = 2
const JUST_IN_SECONDS = 40

export const keyOf = ({ email }: Pick<Person, 'email'>): string => email.split('@')[0]!

/** Colleagues who are not away, and whom nobody else plays. */
export async function colleagues(work: Work): Promise<Person[]> {
  const known: Person[] = []
  for (const person of await here(work)) if (await isPlayed(work, person)) known.push(person)
  return known
}

async function isPlayed(work: Work, person: Person): Promise<boolean> {
  if (PLAYED.includes(keyOf(person))) return true
  return UNTIL_A_VISITOR_COMES.includes(keyOf(person)) && (await signedIn(work, person.id)) === null
}

// When a visitor last came in as them.
async function signedIn(work: Work, person: PersonId): Promise<Temporal.Instant | null> {
  const { items } = await access.listSessions(work, { person })
  const since = items.map(({ started_at }) => Temporal.Instant.from(started_at)).toSorted((a, b) => Temporal.Instant.compare(b, a))
  return since[0] ?? null
} // prettier-ignore

async function here(work: Work): Promise<Person[]> {
  const { items } = await act(work, listStaff, { limit: 200 })
  return items.filter(({ absent_until, left_at }) => absent_until === null && left_at === null)
}

/** They come, rest and go. */
export async function keepHours(work: Work): Promise<void> {
  const people = await here(work)
  const wanted = await wantedNow(work, people)
  const { items } = await act(work, listPresence, { limit: 200 })
  const now = new Map(items.map(({ person_id, state }) => [person_id, state]))
  for (const { id, ...guest } of people.filter((each) => guests.includes(keyOf(each)))) {
    const since = await signedIn(work, id)
    if (since === null && UNTIL_A_VISITOR_COMES.includes(keyOf(guest))) continue
    const justIn = since !== null && work.now.since(since).total('seconds') < JUST_IN_SECONDS
    if (justIn && now.get(id) === 'away') wanted.set(id, 'available') // they came back from a break to play
    else wanted.delete(id) // whoever plays them says so themselves
  }
  await staff.heardOf(work, [...wanted].filter(([, state]) => state !== 'offline').map(([person]) => person)) // prettier-ignore
  const changed = [...wanted].filter(([person, state]) => (now.get(person) ?? 'offline') !== state)
  if (changed.length === 0) return
  const talking = await inTalk(work)
  for (const [person, state] of changed)
    if (state === 'available' || state === 'busy' || !talking.has(person)) await staff.setPresence(work, { person, state })
    else await staff.heardOf(work, [person]) // the customer first
}

type Wanted = Map<PersonId, PresenceState>

async function wantedNow(work: Work, people: readonly Person[]): Promise<Wanted> {
  const known = new Set(roster.map(({ key }) => key))
  const keys = new Map(people.filter((person) => known.has(keyOf(person))).map((person) => [person.id, keyOf(person)]))
  const turns = await turnsToday(work, keys)
  const stays = staysToday(work, turns)
  const planned = new Set(turns.map(({ who }) => who))
  const at = work.now.epochMilliseconds
  const serving = [...PLAYED, ...UNTIL_A_VISITOR_COMES].filter((key) => stateAt(stays, key, at) === 'available').length
  return new Map(
    [...keys].flatMap(([person, key]): [PersonId, PresenceState][] => {
      if (planned.has(key)) return [[person, stateAt(stays, key, at)]]
      if (!PLAYED.includes(key)) return [[person, 'offline']]
      return [[person, key === 'judith' || serving < FEWEST_AT_WORK ? 'available' : 'offline']]
    }),
  )
}

// Who has a customer at the other end.
async function inTalk(work: Work): Promise<Set<string>> {
  const { people } = await routing.floorNow(work, {})
  return new Set(people.filter(({ held }) => held.some(({ state, channel }) => state === 'in_hand' && isInstant(channel))).map(({ id }) => id))
} // prettier-ignore
