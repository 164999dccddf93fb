// What is known of work that is about cases: who answers for them, who the customer is, in which language, how urgent, due when. For many at once.
import * as cases from '#cases'
import * as clocks from '#clocks'
import * as commitments from '#commitments'
import * as customers from '#customers'
import * as staff from '#staff'
import * as tasks from '#tasks'
import type { PersonId } from '#base/contract'
import { newId } from '#base/id'
import { once } from '#base/once'
import type { Work } from '#base/work'
import type { CaseFacts } from '#cases'
import { isNobodyInParticular, type CaseId } from '#cases/contract'
import type { CustomerFacts, CustomerId } from '#customers/contract'
import { isInstant, type ItemFacts, type ItemKind, type WorkChannel } from '../contract.ts'
import type { Arriving } from '../router/place.ts'
import { earlierOf, placesLeft } from '../store/earlier.ts'
import { flagsOf } from './flags.ts'

export type ToDo = {
  kind: ItemKind
  channel: WorkChannel
  subject_id: string | null
  case_id: CaseId
  at: Temporal.Instant
  title?: string
  due_at?: Temporal.Instant | null
  flags?: readonly string[]
  team?: string | null
}

const MOST_TITLE = 300
const START_OF_DAY_HOURS = 18 // of a working day that has already begun everywhere we serve

/** What is about a case that is not there, or closed, is left out. */
export async function arrivingOf(work: Work, todo: readonly ToDo[]): Promise<Arriving[]> {
  const ids = [...new Set(todo.map(({ case_id }) => case_id))]
  const [facts, chosen] = await Promise.all([cases.facts(work, ids), cases.chosenBy(work, ids)])
  const about = [...new Set([...facts.values()].flatMap(({ customer_id }) => customer_id ?? []))]
  const deferred = todo.filter(({ channel, kind }) => kind === 'message' && !isInstant(channel)).map(({ case_id }) => case_id)
  const promised = todo.filter(({ kind }) => kind === 'promise').map(({ case_id }) => case_id)
  const today = work.now.subtract({ hours: START_OF_DAY_HOURS })
  const [people, due, titles, earlier, flags, left] = await Promise.all([
    customers.find(work, about),
    clocks.dueOf(work, deferred),
    titlesOf(work, todo),
    earlierOf(work, about, today),
    flagsOf(work, [...facts.values()]),
    promised.length > 0 ? placesLeft(work, promised, today) : [],
  ])
  const known = { people, flags, earlier: new Map(earlier.map(({ customer, contacts }) => [customer, contacts])) }
  const keeps = new Map(left.map(({ case_id, place_at }) => [case_id, place_at]))
  const made = todo.map(async (each): Promise<Arriving | null> => {
    const of = facts.get(each.case_id)
    if (!of || of.closed_at) return null
    const persons = await personsOf(work, of, isNobodyInParticular(chosen.get(of.id)))
    const due_at = each.due_at ?? (each.kind === 'message' ? (due.get(of.id)?.due_at ?? null) : null)
    return {
      id: newId(work.now), kind: each.kind, channel: each.channel, subject_id: each.subject_id, case_id: of.id,
      title: (each.title ?? titles.get(each.subject_id ?? '') ?? of.subject).slice(0, MOST_TITLE), facts: factsOf(each, of, known), queue: null, arrived_at: work.now,
      place_at: earlierOne((each.kind === 'promise' && keeps.get(of.id)) || each.at, work.now), due_at, ...persons,
    } // prettier-ignore
  })
  return (await Promise.all(made)).filter((each) => each !== null)
}

// What is asked of a team is called by what is asked: whoever reads no cases sees it too.
async function titlesOf(work: Work, todo: readonly ToDo[]): Promise<Map<string, string>> {
  const of = (kind: ItemKind): CaseId[] => [...new Set(todo.flatMap((each) => (each.kind === kind ? [each.case_id] : [])))]
  const [asked, promised] = await Promise.all([tasks.openTasksOf(work, of('task')), commitments.promisesOf(work, of('promise'))])
  return new Map<string, string>([
    ...asked.map(({ id, title }) => [id, title] as const),
    ...promised.map(({ id, what }) => [id, what] as const),
  ])
}

const earlierOne = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant => (Temporal.Instant.compare(a, b) < 0 ? a : b)

type Known = {
  people: ReadonlyMap<CustomerId, CustomerFacts>
  earlier: ReadonlyMap<string, number>
  flags: (of: CaseFacts) => string[]
}

function factsOf({ channel, flags = [], team = null }: ToDo, of: CaseFacts, known: Known): ItemFacts {
  const { people, earlier } = known
  const customer = of.customer_id ? people.get(of.customer_id) : undefined
  return {
    channel,
    brand: of.brand_id,
    entry_point: of.entry_point_id,
    language: customer?.language?.slice(0, 2) ?? null,
    reason: of.reason_id,
    customer: of.customer_id,
    priority: of.priority,
    team,
    degree: null,
    flags: [...flags, ...known.flags(of)],
    earlier_today: Math.min(100, (of.customer_id && earlier.get(of.customer_id)) || 0),
    waited_before_s: 0,
  }
}

type Persons = Pick<Arriving, 'owner_id' | 'contact_id' | 'deputies'>
const MOST_DEPUTIES = 6

// Whoever was merely on duty at the door was not chosen in particular, and is not waited for. Those who work on the case know it as deputies do.
async function personsOf(work: Work, of: CaseFacts, onDuty: boolean): Promise<Persons> {
  const [contact, standIn, handlers] = await Promise.all([
    of.customer_id || of.project_id ? contactOf(work, of) : null,
    onDuty ? null : once(work, `routing.stand_in ${of.owner_id}`, () => staff.standIn(work, of.owner_id)),
    cases.handlersOf(work, [of.id]),
  ])
  const owner_id = onDuty ? null : of.owner_id
  const contact_id = contact?.person ?? null
  const others = [standIn?.person, contact?.stand_in?.person, contact?.deputy, ...handlers.map(({ person_id }) => person_id)]
  const deputies = [...new Set(others)].filter(
    (each): each is PersonId => each != null && each !== owner_id && each !== contact_id,
  )
  return { owner_id, contact_id: contact_id === owner_id ? null : contact_id, deputies: deputies.slice(0, MOST_DEPUTIES) }
}

const contactOf = (work: Work, { customer_id: customer, project_id: project }: CaseFacts) =>
  once(work, `routing.contact ${customer} ${project}`, () => customers.contactFor(work, { customer, project }))
