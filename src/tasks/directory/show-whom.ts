// Those of the directory, as they are shown: by name, with how long they usually take, and who answers for whoever is away.
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { PersonFacts, TeamId } from '#staff/contract'
import type { PartyId, WhomToAsk } from '../contract.ts'
import { standsInFor } from '../reader.ts'
import { cardsOf, type PartyCardRow } from './store/party.ts'
import { usualOf } from './usual.ts'

export type Whom = { team_id: TeamId | null; person_id: PersonId | null; party_id: PartyId | null; note: string }

export const idOfWhom = ({ team_id, person_id, party_id }: Omit<Whom, 'note'>): string => (team_id ?? person_id ?? party_id)! // one of three, by constraint

/** In the order given. */
export async function showWhom(work: Work, whom: readonly Whom[]): Promise<WhomToAsk[]> {
  const known = await gather(work, whom)
  return whom.map((each) => shown(each, known))
}

type Gathered = Awaited<ReturnType<typeof gather>>

async function gather(work: Work, whom: readonly Whom[]) {
  const people = [...new Set(whom.flatMap(({ person_id }) => person_id ?? []))]
  const [named, teams, cards, usual] = await Promise.all([
    staff.find(work, people),
    staff.teamsNamed(work, [...new Set(whom.flatMap(({ team_id }) => team_id ?? []))]),
    cardsOf(work, [...new Set(whom.flatMap(({ party_id }) => party_id ?? []))]),
    usualOf(work, [...new Set(whom.map(idOfWhom))]),
  ])
  return {
    named,
    teams,
    cards: new Map(cards.map((card) => [card.id, card])),
    usual,
    instead: await standIns(work, [...named.values()]),
  }
}

async function standIns(work: Work, people: readonly PersonFacts[]): Promise<Map<PersonId, { id: PersonId; name: string }>> {
  const found = new Map<PersonId, PersonId>()
  for (const { id, absent_until } of people) {
    const instead = absent_until ? await standsInFor(work, id) : null
    if (instead) found.set(id, instead)
  }
  const names = await staff.find(work, [...found.values()])
  return new Map([...found].map(([who, instead]) => [who, { id: instead, name: names.get(instead)?.name ?? '' }]))
}

function shown(whom: Whom, known: Gathered): WhomToAsk {
  const { team_id, person_id, note } = whom
  const usual = known.usual.get(idOfWhom(whom)) ?? null
  const base = { id: idOfWhom(whom), note, usual, away_until: null, stand_in: null }
  if (team_id) return { ...base, ...teamOf(known.teams.get(team_id)), kind: 'team', asked: { team: team_id } }
  if (person_id) return { ...base, ...personOf(known, person_id), kind: 'person', asked: { person: person_id } }
  const party = whom.party_id! // the third of three
  return { ...base, ...cardOf(known.cards.get(party)), kind: 'party', asked: { party } }
}

const teamOf = (team: staff.TeamNamed | undefined) => ({ name: team?.name ?? '', gone: !team?.open })
const cardOf = (card: PartyCardRow | undefined) => ({ name: card?.name ?? '', gone: !card || card.retired_at !== null })
function personOf({ named, instead }: Gathered, id: PersonId) {
  const person = named.get(id)
  const away_until = person?.absent_until?.toString() ?? null
  return { name: person?.name ?? '', away_until, stand_in: instead.get(id) ?? null, gone: !person?.active }
}
