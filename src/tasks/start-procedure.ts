// A procedure is started in a case: its tasks are asked in their order, each with its deadline and checklist. Once in a case.
import * as cases from '#cases'
import { Refused, refuse, type Work } from '#base/work'
import type { CaseId, InteractionId, ReasonId } from '#cases/contract'
import { askIn, type Of } from './ask.ts'
import { tell } from './became.ts'
import { addItems } from './checklist.ts'
import {
  procedureStarted,
  procedureStartedAlready,
  procedureUnknown,
  type Asked,
  type ProcedureId,
  type Step,
  type Task,
  type TaskId,
} from './contract.ts'
import { show } from './show.ts'
import * as store from './store/procedure.ts'
import { findTasks } from './store/task.ts'

type Wish = { case: CaseId; procedure: ProcedureId; knowingly: boolean }

export async function startProcedure(work: Work, wish: Wish): Promise<{ items: Task[] }> {
  const of = await cases.holdMain(work, wish.case, 'case.reply')
  const procedure = await store.findProcedure(work, wish.procedure)
  if (!procedure) throw refuse(procedureUnknown, {})
  if ((await store.insertRun(work, { case_id: of.id, procedure: procedure.id })) === 0) throw refuse(procedureStartedAlready, {})
  const ids = await start(work, of, { procedure, knowingly: wish.knowingly })
  return {
    items: await show(
      work,
      (await findTasks(work, ids)).toSorted((a, b) => a.place - b.place),
    ),
  }
}

type Start = { procedure: store.ProcedureRow; knowingly: boolean }
async function start(work: Work, of: Of, { procedure, knowingly }: Start): Promise<TaskId[]> {
  const made = new Map<string, TaskId>()
  const first = procedure.steps.some((step) => step.show_first) ? await firstMessage(work, of.id) : []
  for (const step of procedure.steps) {
    const { title, text, minutes, checklist } = step
    const after = step.after.flatMap((key) => made.get(key) ?? [])
    const messages = step.show_first ? first : []
    made.set(step.key, await askIn(work, of, { asked: askedIn(step, of), title, text, deadline: { minutes }, checklist, after, messages, knowingly, procedure: procedure.id })) // prettier-ignore
  }
  await addItems(work, { case_id: of.id, task_id: null }, procedure.checklist)
  work.publish(procedureStarted, { case_id: of.id, procedure_id: procedure.id, people: [of.owner_id] }, { case_id: of.id })
  return [...made.values()]
}

const askedIn = ({ asked }: Step, of: Of): Asked => ('owner' in asked ? { person: of.owner_id } : asked)

async function firstMessage(work: Work, of: CaseId): Promise<InteractionId[]> {
  const said = await cases.saidIn(work, of, { most: 200 })
  const first = said.filter(({ direction }) => direction === 'in').at(-1) // the latest come first
  return first ? [first.id] : []
}

/** When a case opens for a reason, or is given one. What cannot be started (a team was closed meanwhile) is told to whoever answers for the case. */
export async function startForReason(work: Work, case_id: CaseId, reason: ReasonId): Promise<void> {
  for (const procedure of await store.ofReason(work, reason)) {
    const of = await cases.holdMain(work, case_id, 'case.reply')
    if (of.closed_at || (await store.insertRun(work, { case_id: of.id, procedure: procedure.id })) === 0) continue
    await start(work, of, { procedure, knowingly: true }).catch(async (error: unknown) => {
      if (!(error instanceof Refused)) throw error
      await cannotStart(work, of, { procedure, error })
    })
  }
}

async function cannotStart(
  work: Work,
  of: Of,
  { procedure, error }: { procedure: store.ProcedureRow; error: Refused },
): Promise<void> {
  const { refusal } = error
  await tell(work, [of.owner_id], {
    kind: 'task.procedure_unfit',
    words: {
      fr: `La procédure «\u202f${procedure.name}\u202f» n’a pas pu commencer dans le dossier ${of.number}\u202f: ${refusal.fr}`,
      en: `The procedure “${procedure.name}” could not begin in case ${of.number}: ${refusal.en}`,
    },
    key: `task.procedure_unfit:${of.id}:${procedure.id}`,
    path: `/cases/${of.id}`,
    case_id: of.id,
  })
}
