import type { PersonId, TeamId } from '../contract.ts'

export type Substitutes = {
  id: PersonId
  active: boolean
  absent: boolean
  absence_deputy: PersonId | null
  successor: PersonId | null
  deputy: PersonId | null
  managers: readonly PersonId[]
}
export type StandIn = { person: PersonId; because: 'present' | 'absent'; chain: PersonId[] }

export const MOST_HOPS = 8

const isHere = (who: Substitutes | undefined): boolean => who !== undefined && who.active && !who.absent

// Who to turn to instead, nearest first. Who left is succeeded; who is absent named a deputy for the absence, has a standing one, and
// team managers, oldest team first.
export function next(who: Substitutes): PersonId[] {
  const wanted = [who.active ? null : who.successor, who.absent ? who.absence_deputy : null, who.deputy, ...who.managers]
  return wanted.filter((id) => id !== null)
}

/**
 * Who serves in the place of `person`: the person if here, else the first of their substitutes who is, each one's own substitutes
 * being tried before the next (the deputy of my deputy before my manager). Nobody is asked twice, so circles end; nobody further
 * than MOST_HOPS away is asked. `chain` is the way from the person to who was found, both included. Null when nobody is here.
 */
export function standInFor(person: PersonId, known: ReadonlyMap<PersonId, Substitutes>): StandIn | null {
  const asked = new Set<PersonId>()
  const ask = (id: PersonId, chain: PersonId[]): PersonId[] | null => {
    const who = known.get(id)
    if (!who || asked.has(id) || chain.length > MOST_HOPS) return null
    asked.add(id)
    const way = [...chain, id]
    if (isHere(who)) return way
    for (const other of next(who)) {
      const found = ask(other, way)
      if (found) return found
    }
    return null
  }
  const chain = ask(person, [])
  const last = chain?.at(-1)
  return chain && last ? { person: last, because: last === person ? 'present' : 'absent', chain } : null
}

// ── a place that is held: by a person, or by a team that shows one ───────────────────────────────────────────────────────
export type Holding = { person: PersonId } | { team: TeamId }
/** `person` with `team`: the member the team shows. `face`: for whom it is held, so that a team shows the same one always the same member. */
export type Holder = { person: PersonId | null; team: TeamId | null; deputies: readonly Holding[]; face: string }
export type Team = { id: TeamId; manager: PersonId; members: readonly PersonId[] }
export type People = { known: ReadonlyMap<PersonId, Substitutes>; teams: ReadonlyMap<TeamId, Team> }
export type Answering = { shown: PersonId; stand_in: StandIn | null }

/**
 * Who is shown for a held place, and who answers there: whoever is shown, if here; else another member of the team that holds it; else the
 * first of the named deputies who is here (of a team, a member); only then the substitutes of whoever is shown, of the deputies, of the
 * team's manager, and last those of every other member, as `standInFor` finds them. Null when the place is held by nobody we know.
 */
export function answering(holder: Holder, { known, teams }: People): Answering | null {
  const here = (id: PersonId): boolean => isHere(known.get(id))
  const inTurn = (of: Holding): PersonId[] => ('person' in of ? [of.person] : turnsOf(teams.get(of.team), holder.face))
  const team = holder.team === null ? [] : inTurn({ team: holder.team })
  const manager = (holder.team && teams.get(holder.team)?.manager) ?? null
  const shown = holder.person ?? team.find(here) ?? team[0] ?? manager
  if (shown === null) return null
  const deputies = holder.deputies.map(inTurn)
  const near = [shown, ...team, ...deputies.flat()].find(here)
  if (near)
    return { shown, stand_in: { person: near, because: near === shown ? 'present' : 'absent', chain: wayTo(shown, near) } }
  const heads = holder.deputies.map((of) => ('person' in of ? of.person : teams.get(of.team)?.manager))
  for (const head of [shown, ...heads, manager, ...team, ...deputies.flat()]) {
    const found = head ? standInFor(head, known) : null
    if (found) return { shown, stand_in: { ...found, because: 'absent', chain: [...new Set([shown, ...found.chain])] } }
  }
  return { shown, stand_in: null }
}

const wayTo = (shown: PersonId, near: PersonId): PersonId[] => (near === shown ? [shown] : [shown, near])

/**
 * The members of a team in the order in which it shows them to one customer: rendezvous hashing (Thaler and Ravishankar, 1998). Each customer
 * has an order of their own, so the members share the customers; whoever is away is passed over without anybody else's turn changing.
 */
export const turnsOf = (team: Team | undefined, face: string): PersonId[] =>
  (team?.members ?? [])
    .map((id) => ({ id, weight: hash(`${face} ${id}`) }))
    .toSorted((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)

// FNV-1a over UTF-16 units, 32 bits, then the finaliser of MurmurHash3: ids that differ in one letter must not sort alike.
function hash(text: string): number {
  let mixed = 0x811c9dc5
  for (let at = 0; at < text.length; at++) mixed = Math.imul(mixed ^ text.charCodeAt(at), 0x01000193)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
