// Behind the counter: the workshop, the accounts and those outside; who knows what; a customer of whom more is promised.
import * as customers from '#customers'
import * as tasks from '#tasks'
import { inWork, type Work } from '#base/work'
import { postContract, postPolicy } from '#clocks/contract'
import type { CompanyId } from '#customers/contract'
import { postTopic, type PartyId } from '#tasks/contract'
import { carrier, glassworks, topics } from '../texts/errands.ts'
import { act } from './act.ts'
import type { Place } from './place.ts'
import type { Scene } from './scene.ts'

export type BackOffice = { carrier: PartyId; glassworks: PartyId }

export async function openBackOffice({ open, as, now }: Scene, place: Place): Promise<BackOffice> {
  return await inWork(open, as, async (work) => {
    for (const [team, minutes] of [['workshop', 480], ['accounts', 960]] as const)
      await tasks.setTeamDesk(work, { team: place.teams.get(team)!, calendar: null, minutes }) // prettier-ignore
    const outside = {
      carrier: (await tasks.addParty(work, { ...carrier, phone: '', language: 'fr', zone: 'Europe/Paris' })).id,
      glassworks: (await tasks.addParty(work, { ...glassworks, phone: '', language: 'fr', zone: 'Europe/Paris' })).id,
    }
    await bringTopics(work, place, outside)
    await beginProject(work, place, now)
    return outside
  })
}

async function bringTopics(work: Work, { teams, people }: Place, outside: BackOffice): Promise<void> {
  const named = (key: string): object => {
    if (key === 'carrier' || key === 'glassworks') return { party: outside[key] }
    const team = key === 'workshop' || key === 'accounts' ? teams.get(key) : undefined
    return team ? { team } : { person: people.get(key)!.id }
  }
  for (const { name, about, words, whom } of topics)
    await act(work, postTopic, { name, about, words, whom: whom.map((key) => ({ asked: named(key), note: '' })) })
}

// The hotel's forty rooms are a project, answered for by a team.
async function beginProject(work: Work, { people, teams }: Place, now: Temporal.Instant): Promise<void> {
  const company = await hotel(work)
  if (!company) return
  const since = dayOf(now).subtract({ months: 3 }).toString()
  const { id: project } = await customers.addProject(work, { name: 'Rénovation des quarante chambres', company, since })
  const idOf = (key: string) => people.get(key)!.id
  await customers.setPointOfContact(work, {
    of: { project }, team: teams.get('world')!, person: idOf('judith'), deputies: [{ person: idOf('oscar') }, { person: idOf('marc') }],
  }) // prettier-ignore
}

/** A contract: an answer within the hour, and somebody told before it is late. Signed today, so that the clocks do not reproach the past. */
export async function signContract({ open, as, now }: Scene): Promise<void> {
  const inside = <Result>(body: (work: Work) => Promise<Result>): Promise<Result> => inWork(open, as, body)
  const company = await inside(hotel)
  if (!company) return
  const { id: policy_id } = await inside((work) => act(work, postPolicy, {
    name: 'Hôtels et chantiers', match: {}, by_contract: true, silence_minutes: 480,
    targets: { normal: { first_answer: 60, next_answer: 120, resolution: 2_400 } },
    ladder: [{ id: crypto.randomUUID(), of: ['first_answer', 'next_answer'], when: { percent: 80 }, whom: { kind: 'team_manager' }, does: ['tell'] }],
  })) // prettier-ignore
  const [starts_on, ends_on] = [dayOf(now).subtract({ months: 5 }).toString(), dayOf(now).add({ months: 2 }).toString()]
  await inside((work) =>
    act(work, postContract, { name: 'Contrat chantier 2026', holder: { company }, policy_id, starts_on, ends_on }),
  )
}

const dayOf = (now: Temporal.Instant): Temporal.PlainDate => now.toZonedDateTimeISO('Europe/Paris').toPlainDate()
const hotel = async (work: Work): Promise<CompanyId | undefined> =>
  (await customers.companies(work, { q: 'Hôtel Bellerive', limit: 1 })).items[0]?.id
