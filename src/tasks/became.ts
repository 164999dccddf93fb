// What became of a task is written down line by line, told to whom it concerns, and published.
import * as clocks from '#clocks'
import * as staff from '#staff'
import type { EventKind, PersonId } from '#base/contract'
import type { Work } from '#base/work'
import {
  taskAccepted, taskAnswered, taskAsked, taskCancelled, taskDeclined, taskRedirected, taskRemarked, taskSentBack, taskTaken, type Happened, type TaskId,
} from './contract.ts' // prettier-ignore
import { meOf } from './reader.ts'
import { insertHappening } from './store/happening.ts'
import type { TaskRow } from './store/row.ts'
import { peopleAsked, withStandIn } from './whom.ts'

type Line = { what: Happened; note?: string | null | undefined; by_name?: string | null | undefined }

/** One line of what happened to it. `by_name`: of somebody who is not one of ours. */
export const remember = (work: Work, task: TaskId, { what, note = null, by_name = null }: Line): Promise<number> =>
  insertHappening(work, { task, what, by_id: by_name === null ? meOf(work) : null, by_name, note })

type Told = { kind: string; words: { fr: string; en: string }; key: string; urgent?: boolean }

/** Those it is asked of hear of it, except whoever does it. */
export async function tellAsked(work: Work, task: TaskRow, told: Told): Promise<void> {
  await tell(work, await peopleAsked(work, task), { ...told, path: `/tasks/${task.id}` })
}

/** Whoever answers for the case, and who stands in for them today. */
export async function tellOwner(work: Work, task: TaskRow, told: Told): Promise<void> {
  await tell(work, await withStandIn(work, task.owner_id), {
    ...told,
    path: `/cases/${task.case_id}`,
    case_id: task.case_id,
    brand: task.brand_id,
  })
}

type Telling = Told & { path: string; case_id?: string; brand?: string }
export async function tell(work: Work, people: readonly PersonId[], { words, ...telling }: Telling): Promise<void> {
  const to = people.filter((person) => person !== meOf(work))
  if (to.length > 0) await staff.tell(work, { to, ...words, ...telling })
}

type About = { case_id: TaskRow['case_id']; task_id: TaskId; owner: PersonId; people: PersonId[] }
export const aboutOf = async (work: Work, task: TaskRow): Promise<About> => ({
  case_id: task.case_id, task_id: task.id, owner: task.owner_id, people: await peopleAsked(work, task),
}) // prettier-ignore
export const askedOf = ({ team_id, person_id, party_id }: TaskRow) => ({ team: team_id, person: person_id, party: party_id })

// What somebody did about the case; a clock that rings, or a passing on, is nobody's doing.
const DEEDS = new Set(
  [taskAsked, taskTaken, taskAnswered, taskAccepted, taskSentBack, taskDeclined, taskRedirected, taskCancelled, taskRemarked].map(
    ({ name }) => name,
  ),
)

type Of<Extra> = { kind: EventKind<About & Extra>; task: TaskRow }
export async function publish<Extra extends object>(work: Work, { kind, task }: Of<Extra>, extra: Extra): Promise<void> {
  work.publish(kind, { ...(await aboutOf(work, task)), ...extra }, { case_id: task.case_id })
  if (DEEDS.has(kind.name)) clocks.progressed(work, task.case_id, kind.name)
}
