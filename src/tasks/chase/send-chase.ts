// One reminder: to whoever is asked, or above them. A colleague hears it at the desk (and by mail when they are not there); somebody outside by
// mail, which channels write when they hear that the task was chased.
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import { newId } from '#base/id'
import type { Work } from '#base/work'
import { meOf } from '../reader.ts'
import { publish, remember, tell, tellOwner } from '../became.ts'
import { taskChased, type Chased, type Tone } from '../contract.ts'
import type { TaskRow } from '../store/row.ts'
import { peopleAsked, whomOf, withStandIn } from '../whom.ts'
import { episodeOf } from './follow.ts'
import { hoursAsked } from './hours-asked.ts'
import { insertChased } from './store/chase.ts'
import { chasedColleague, chasedManager, nobodyToChase } from './words.ts'

export type Wish = { tone: Tone; step: number | null }
type Whom = Chased['whom']

/** The task must be held. False when this step was done already, or when there is nobody to send it to: then who answers for it is told. */
export async function sendChase(work: Work, task: TaskRow, { tone, step }: Wish): Promise<boolean> {
  const whom = await whomFor(work, task, tone)
  if (whom.length === 0) {
    const words = nobodyToChase(task.title)
    await tellOwner(work, task, {
      kind: 'task.nobody_to_chase',
      words,
      key: `task.nobody_to_chase:${task.id}:${episodeOf(task)}`,
      urgent: true,
    })
    return false
  }
  const id = newId<'chased'>(work.now)
  const written = await insertChased(work, { id, task: task.id, episode: episodeOf(task), step, tone, by_id: meOf(work), whom })
  if (written === 0) return false
  await remember(work, task.id, {
    what: 'chased',
    note: whom
      .map(({ name }) => name)
      .join(', ')
      .slice(0, 4_000),
  })
  await tellColleagues(work, task, { id, tone, whom })
  await publish(work, { kind: taskChased, task: task }, { chased_id: id, tone })
  return true
}

/** Whom a tone goes to; nobody where it is meant for whoever is above and nobody is. */
export async function whomFor(work: Work, task: TaskRow, tone: Tone): Promise<Whom> {
  if (task.party_id) return await outside(work, task, tone)
  const people = tone === 'manager' ? await managersOf(work, task) : await peopleAsked(work, task)
  const named = await staff.find(work, people)
  return people.flatMap((id) => {
    const person = named.get(id)
    return person?.active ? [{ id, name: person.name, by: 'desk' as const }] : []
  })
}

async function outside(work: Work, task: TaskRow, tone: Tone): Promise<Whom> {
  const { card } = await hoursAsked(work, task)
  if (!card) return []
  if (tone !== 'manager') return [{ id: card.id, name: card.name, by: 'mail' }]
  return card.superior_email ? [{ id: null, name: card.superior_name || card.superior_email, by: 'mail' }] : []
}

// Of the team asked, its manager; of a person, the managers of their teams. Never whoever is chased, and who stands in for whoever is away.
async function managersOf(work: Work, task: TaskRow): Promise<PersonId[]> {
  const asked = await peopleAsked(work, task)
  const teams = task.team_id ? [task.team_id] : task.person_id ? await staff.teamsOf(work, task.person_id) : []
  const managers = [...(await staff.teamsNamed(work, teams)).values()].map(({ manager }) => manager)
  const above: PersonId[] = []
  for (const manager of new Set(managers)) above.push(...(await withStandIn(work, manager)))
  const chased = task.team_id ? (task.taken_by_id ? [task.taken_by_id] : []) : asked
  return [...new Set(above)].filter((person) => !chased.includes(person))
}

async function tellColleagues(
  work: Work,
  task: TaskRow,
  { id, tone, whom }: { id: string; tone: Tone; whom: Whom },
): Promise<void> {
  const people = whom.flatMap((each) => (each.by === 'desk' && each.id ? [each.id as PersonId] : [])) // of colleagues it is a person's
  if (people.length === 0) return
  const asked = (await whomOf(work, [task]))(task).name
  const words = tone === 'manager' ? chasedManager(task.title, asked) : chasedColleague(task.title, tone)
  await tell(work, people, {
    kind: 'task.chased',
    words,
    key: `task.chased:${id}`,
    path: `/tasks/${task.id}`,
    urgent: tone !== 'polite',
  })
}
