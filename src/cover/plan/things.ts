// What is to be covered, one kind at a time: points of contact, open cases (quiet ones too), promises due meanwhile, tasks, and hand-overs
// that wait for an answer of theirs. Each with whoever is named for it.
import * as cases from '#cases'
import * as commitments from '#commitments'
import * as customers from '#customers'
import * as handovers from '#handovers'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { CoveredItem, CoverKind } from '../contract.ts'
import { choicesOf } from '../store/choice.ts'
import type { Named } from './spans.ts'
import type { Thought } from './thought.ts'

export type Thing = Omit<CoveredItem, 'spans' | 'gap' | 'may_choose'> & Named
export type Page = { cursor?: string | undefined; limit: number }
export type Things = { items: Thing[]; next: string | null }
type Kind = (work: Work, thought: Thought, page: Page) => Promise<Things>

const contacts: Kind = async (work, thought, page) => {
  const found = await handovers.kindNamed('contact').page(work, { person: thought.person, ...page })
  const chosen = await chosenIn(work, thought, 'contact')
  const register = await customers.pointsOfContact(work, { when: 'now', person: thought.person, ...page })
  const deputies = new Map(
    register.items.map((each) => [each.subject.id, each.deputies.flatMap((of) => ('person' in of ? [of.person.id] : []))]),
  )
  return {
    items: found.items.map((item) => ({
      ...item,
      kind: 'contact',
      chosen: chosen.get(item.id) ?? null,
      named: deputies.get(item.id) ?? [],
    })),
    next: found.next,
  }
}

const openCases: Kind = async (work, thought, page) => {
  const found = await handovers.kindNamed('case').page(work, { person: thought.person, ...page })
  return { items: await asCases(work, thought, found.items), next: found.next }
}

// What is named or chosen for the case covers whatever is in it.
async function asCases<Of extends Omit<Thing, keyof Named>>(
  work: Work,
  thought: Thought,
  items: readonly Of[],
): Promise<(Of & Named)[]> {
  const ids = items.flatMap(({ case_id }) => (case_id ? [case_id as CaseId] : [])) // it is the id of a case
  const [named, chosen] = await Promise.all([cases.namedDeputies(work, ids), chosenIn(work, thought, 'case')])
  return items.map((item) => {
    const deputy = item.case_id ? named.get(item.case_id as CaseId) : undefined
    return { ...item, chosen: (item.case_id && chosen.get(item.case_id)) || null, named: deputy ? [deputy] : [] }
  })
}

const promises: Kind = async (work, thought, page) => {
  const { person: owner, starts_at, ends_at } = thought
  const found = await commitments.list(work, {
    owner,
    state: 'owed',
    due_from: String(starts_at),
    due_until: String(ends_at),
    ...page,
  })
  const items = found.items.map((each) => ({
    kind: 'promise' as const, id: each.id, label: each.what, detail: `${each.case.number} · ${each.case.subject}`, customer: each.customer, case_id: String(each.case.id),
    at: each.due_at, quiet: false,
  })) // prettier-ignore
  return { items: await asCases(work, thought, items), next: found.next }
}

const tasks: Kind = async (work, thought, page) => {
  const found = await handovers.kindNamed('task').page(work, { person: thought.person, ...page })
  return { items: found.items.map((item) => ({ ...item, kind: 'task', chosen: null, named: [] })), next: found.next }
}

const handOvers: Kind = async (work, thought) => ({
  items: (await handovers.waitingFor(work, thought.person)).map((each) => ({
    kind: 'hand_over', id: each.id, label: `${each.case.number} · ${each.case.subject}`, detail: each.from.name, customer: each.customer, case_id: each.case.id,
    at: each.answer_by, quiet: false, chosen: null, named: [],
  })), // prettier-ignore
  next: null,
})

async function chosenIn(work: Work, { absence }: Thought, kind: 'case' | 'contact'): Promise<Map<string, PersonId>> {
  const rows = absence ? await choicesOf(work, absence.id) : []
  return new Map(rows.filter((row) => row.kind === kind).map((row) => [row.about_id, row.person_id]))
}

export const things: Readonly<Record<CoverKind, Kind>> = {
  contact: contacts,
  case: openCases,
  promise: promises,
  task: tasks,
  hand_over: handOvers,
}
