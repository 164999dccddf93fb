// A task as its reader sees it. Whoever may not read the case sees what is asked and what was shown, and nothing else of it.
import * as brands from '#brands'
import * as cases from '#cases'
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { BrandId } from '#brands/contract'
import type { CaseFacts } from '#cases'
import type { CaseId } from '#cases/contract'
import { showItems } from './checklist.ts'
import type { Task, TaskId, WholeTask } from './contract.ts'
import { areHere, deedsFor, handledBy, standingOf, standsInFor, type Standing } from './reader.ts'
import { stateOf } from './rules/state-of.ts'
import { answersOf } from './store/answer.ts'
import { happenedTo } from './store/happening.ts'
import { countItems, itemsOfTask } from './store/item.ts'
import { heldUpBy, waitsOf } from './store/order.ts'
import { findProcedures } from './store/procedure.ts'
import type { TaskRow } from './store/row.ts'
import { filesOf, shownWith } from './store/shown.ts'
import { findTask, findTasks, findWords } from './store/task.ts'
import { whomOf } from './whom.ts'

export async function show(work: Work, rows: readonly TaskRow[]): Promise<Task[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const [of, waits, items, procedures, whom, people, names] = await Promise.all([
    cases.facts(work, rows.map(({ case_id }) => case_id)),
    waitsOf(work, rows.filter((row) => !row.begun_at).map(({ id }) => id)),
    countItems(work, ids),
    findProcedures(work, rows.flatMap(({ procedure_id }) => procedure_id ?? [])),
    whomOf(work, rows),
    staff.find(work, rows.flatMap(peopleOf)),
    brandsNamed(work, rows.map(({ brand_id }) => brand_id)),
  ]) // prettier-ignore
  const states = new Map((await findTasks(work, waits.map(({ id }) => id))).map((row) => [row.id, stateOf(row)])) // prettier-ignore
  await areHere(work, [...people.values()].filter((person) => person.active && !person.absent_until).map(({ id }) => id)) // prettier-ignore
  const handled = await handledBy(work, [...of.keys()])
  const named = (id: PersonId | null) => (id ? { id, name: people.get(id)?.name ?? '' } : null)
  const numberOf = (id: CaseId): number => of.get(id)!.number // a foreign key says so
  const shown: Task[] = []
  for (const row of rows) {
    const standing = await standingOf(work, row, handled)
    const stand_in = row.person_id ? await standsInFor(work, row.person_id) : null
    const count = items.find(({ task_id }) => task_id === row.id)
    const procedure = procedures.find(({ id }) => id === row.procedure_id)
    shown.push({
      ...moments(row), id: row.id, reference: `${numberOf(row.case_id)}-${row.place}`, case: caseFor(standing, of.get(row.case_id)!),
      brand: { id: row.brand_id, name: names.get(row.brand_id) ?? '' }, title: row.title, asked: whom(row),
      stand_in: stand_in && { id: stand_in, name: (await staff.find(work, [stand_in])).get(stand_in)?.name ?? '' },
      owner: named(row.owner_id)!, asked_by: named(row.asked_by_id), state: stateOf(row),
      waits_for: (standing.reads ? waits : []).filter(({ task_id }) => task_id === row.id).map(({ id, place, title }) => ({ id, title, reference: `${numberOf(row.case_id)}-${place}`, state: states.get(id) ?? 'asked' })),
      minutes: row.minutes, seen_by: named(row.seen_by_id), taken_by: named(row.taken_by_id), declined_because: row.declined_because,
      sent_back_because: row.sent_back_because, cancelled_because: row.cancelled_because, items: { done: count?.done ?? 0, all: count?.all ?? 0 },
      procedure: procedure ? { id: procedure.id, name: procedure.name } : null, may: deedsFor(work, row, standing), version: row.version,
    }) // prettier-ignore
  }
  return shown
}

async function brandsNamed(work: Work, ids: readonly string[]): Promise<Map<string, string>> {
  const found = await Promise.all([...new Set(ids)].map((id) => brands.brand(work, id as BrandId))) // a foreign key says so
  return new Map(found.flatMap((brand) => (brand ? [[brand.id, brand.name] as const] : [])))
}

const peopleOf = ({ owner_id, person_id, asked_by_id, seen_by_id, taken_by_id }: TaskRow): PersonId[] =>
  [owner_id, person_id, asked_by_id, seen_by_id, taken_by_id].filter((id) => id !== null)

const caseFor = ({ reads }: Standing, { id, number, subject, closed_at }: CaseFacts): Task['case'] =>
  reads ? { id, number, subject, closed: closed_at !== null } : null

const said = (at: Temporal.Instant | null): string | null => at?.toString() ?? null
const moments = (row: TaskRow) => ({
  asked_at: row.asked_at.toString(), begun_at: said(row.begun_at), due_at: said(row.due_at ?? row.due_by), due_soon_at: said(row.due_soon_at), late_at: said(row.late_at),
  over_case_due_at: said(row.over_case_due_at), seen_at: said(row.seen_at), taken_at: said(row.taken_at), answered_at: said(row.answered_at),
  declined_at: said(row.declined_at), sent_back_at: said(row.sent_back_at), accepted_at: said(row.accepted_at), cancelled_at: said(row.cancelled_at),
  left_open_at: said(row.left_open_at),
}) // prettier-ignore

export async function showWhole(work: Work, id: TaskId): Promise<WholeTask> {
  const row = (await findTask(work, id))! // the caller has found it
  const [shown] = await show(work, [row])
  const [words, messages, files, answers, checklist, happened, held_up] = await Promise.all([
    findWords(work, id), messagesOf(work, row), filesOf(work, id), answersOf(work, id), itemsOfTask(work, id), happenedTo(work, id), heldUpBy(work, id),
  ]) // prettier-ignore
  const people = await staff.find(work, [...answers, ...happened].flatMap(({ by_id }): PersonId[] => (by_id ? [by_id] : []))) // prettier-ignore
  const nameOf = (line: { by_id: PersonId | null; by_name: string | null }): string | null =>
    line.by_id ? (people.get(line.by_id)?.name ?? '') : line.by_name
  const file = ({ id: file_id, name, type, size }: (typeof files)[number]) => ({ id: file_id, name, type, size })
  return {
    ...shown!, ...words, messages, files: files.filter(({ answer_id }) => answer_id === null).map(file),
    answers: answers.map(({ sent_back_at, at, by_name, ...answer }) => ({
      ...answer, at: at.toString(), by: nameOf({ by_id: answer.by_id, by_name }) ?? '', sent_back_at: said(sent_back_at),
      files: files.filter(({ answer_id }) => answer_id === answer.id).map(file),
    })),
    checklist: await showItems(work, checklist),
    happened: happened.map(({ id: line, what, at, note, ...by }) => ({ id: line, what, at: at.toString(), by: nameOf(by), note })),
    held_up: (shown!.case ? held_up : []).map((task) => ({ id: task.id, title: task.title, state: stateOf(task), reference: `${shown!.reference.split('-')[0]}-${task.place}` })),
  } // prettier-ignore
}

async function messagesOf(work: Work, row: TaskRow): Promise<WholeTask['messages']> {
  const ids = (await shownWith(work, row.id)).map(({ id }) => id)
  if (ids.length === 0) return []
  const found = await cases.messagesOf(work, await cases.familyOf(work, row.case_id), ids)
  return found.map(({ id, at, direction, from_name, from_address, text }) => ({
    id,
    at: at.toString(),
    direction,
    from: from_name || from_address,
    text,
  }))
}
