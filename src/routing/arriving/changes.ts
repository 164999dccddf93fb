// What the journal says of work: what begins, what somebody took by hand, what is over. Each event becomes at most one of these.
import type { EventKind, PersonId } from '#base/contract'
import type { Event } from '#base/journal'
import {
  caseClosed, caseEdited, caseMerged, caseUnmerged, messageCancelled, messageQueued, messageReceived, ownerChanged, type CaseId,
} from '#cases/contract' // prettier-ignore
import { itemBack } from '../contract/events.ts'
import { contactNamed, customerChanged, customersJoined, customersParted, type CustomerId } from '#customers/contract'
import { chatLeft, chatOpened, chatOver, chatServed } from '#channels/contract'
import { promiseDueSoon, promiseKept, promiseMoved, promiseWithdrawn } from '#commitments/contract'
import {
  taskAccepted,
  taskAnswered,
  taskBegun,
  taskCancelled,
  taskDeclined,
  taskLetGo,
  taskRedirected,
  taskSentBack,
  taskTaken,
} from '#tasks/contract'
import { workChannels, type ItemKind, type WorkChannel } from '../contract.ts'
import type { ToDo } from './of-cases.ts'

type OfSubject = { kind: ItemKind; subject: string }
export type Change =
  | { does: 'begin'; todo: ToDo }
  | ({ does: 'take'; person: PersonId } & OfSubject) // by hand
  | ({ does: 'give_back' } & OfSubject)
  | ({ does: 'end'; by: PersonId | null } & OfSubject) // done: by whoever has it in hand, or by them
  | ({ does: 'leave' } & OfSubject) // the customer went away, or it need not be done any more
  | { does: 'close'; case_id: CaseId }
  | { does: 'look'; case_id: CaseId } // something about it is not as it was: what waits may belong elsewhere
  | { does: 'look_at_customers'; customers: readonly CustomerId[] | null } // likewise; null: whoever they are
  | { does: 'merge'; into: CaseId; case_id: CaseId }

type Making<Payload> = { kind: EventKind<Payload>; make: (payload: Payload, event: Event) => Change | null }
const on = <Payload>(kind: EventKind<Payload>, make: Making<Payload>['make']): Making<unknown> =>
  ({ kind, make }) as unknown as Making<unknown> // parsed by its own kind

const task = (subject: string): OfSubject => ({ kind: 'task', subject })
const chat = (subject: string): OfSubject => ({ kind: 'chat', subject })
const promise = (subject: string): OfSubject => ({ kind: 'promise', subject })
const isPerson = ({ actor_kind }: Event): boolean => actor_kind === 'person'
const isWorkChannel = (channel: string): channel is WorkChannel => workChannels.some((each) => each === channel)

type Asked = { case_id: string; task_id: string; team: string | null; person: string | null; due_at: string | null }
const askedOfTeam = (asked: Asked, { at }: Event): Change | null =>
  asked.team !== null && asked.person === null && asked.due_at !== null
    ? {
        does: 'begin',
        todo: {
          kind: 'task', channel: 'task', subject_id: asked.task_id, case_id: asked.case_id as CaseId, at, due_at: Temporal.Instant.from(asked.due_at), team: asked.team, // an event names a case
        },
      } // prettier-ignore
    : null

const makings: readonly Making<unknown>[] = [
  on(chatOpened, ({ case_id, conversation_id }, { at }) => ({ does: 'begin', todo: { kind: 'chat', channel: 'chat', subject_id: conversation_id, case_id: case_id as CaseId, at } })), // likewise
  on(chatServed, ({ conversation_id, by }) => (by ? { does: 'take', person: by as PersonId, ...chat(conversation_id) } : { does: 'give_back', ...chat(conversation_id) })), // a person of staff
  on(chatOver, ({ conversation_id }) => ({ does: 'leave', ...chat(conversation_id) })),
  on(chatLeft, ({ conversation_id }) => ({ does: 'leave', ...chat(conversation_id) })),
  on(messageReceived, ({ case_id, channel, kind, reopened }, { at }) => {
    if (kind !== 'message' || channel === 'chat' || !isWorkChannel(channel)) return null
    return { does: 'begin', todo: { kind: 'message', channel, subject_id: case_id, case_id: case_id as CaseId, at, flags: reopened ? ['reopened'] : [] } }
  }),
  on(messageQueued, ({ case_id, channel, kind }, event) => {
    if (channel === 'chat' || (kind && kind !== 'message') || !isPerson(event)) return null
    return { does: 'end', by: event.actor_id as PersonId, kind: 'message', subject: case_id } // the actor is a person
  }),
  on(messageCancelled, ({ case_id }, { at }) => ({ does: 'begin', todo: { kind: 'message', channel: 'email', subject_id: case_id, case_id: case_id as CaseId, at } })),
  on(caseClosed, ({ case_id }) => ({ does: 'close', case_id: case_id as CaseId })),
  on(caseEdited, ({ case_id }) => ({ does: 'look', case_id: case_id as CaseId })),
  on(ownerChanged, ({ case_id }) => ({ does: 'look', case_id: case_id as CaseId })),
  on(caseMerged, ({ case_id, merged }) => ({ does: 'merge', into: case_id as CaseId, case_id: merged as CaseId })),
  on(caseUnmerged, ({ merged }) => ({ does: 'look', case_id: merged as CaseId })),
  on(itemBack, ({ case_id }) => (case_id === null ? null : { does: 'look', case_id: case_id as CaseId })), // nobody looked while it was in hand
  on(contactNamed, ({ customer }) => ({ does: 'look_at_customers', customers: customer === null ? null : [customer as CustomerId] })),
  on(customerChanged, ({ customer }) => ({ does: 'look_at_customers', customers: [customer as CustomerId] })),
  on(customersJoined, ({ a, b }) => ({ does: 'look_at_customers', customers: [a as CustomerId, b as CustomerId] })),
  on(customersParted, ({ a, b }) => ({ does: 'look_at_customers', customers: [a as CustomerId, b as CustomerId] })),
  on(taskBegun, askedOfTeam),
  on(taskSentBack, askedOfTeam),
  on(taskRedirected, (asked, event) => askedOfTeam(asked, event) ?? { does: 'leave', ...task(asked.task_id) }),
  on(taskTaken, ({ task_id, by }) => ({ does: 'take', person: by as PersonId, ...task(task_id) })),
  on(taskLetGo, ({ task_id }) => ({ does: 'give_back', ...task(task_id) })),
  on(taskAnswered, ({ task_id }, event) => ({ does: 'end', by: isPerson(event) ? (event.actor_id as PersonId) : null, ...task(task_id) })),
  on(taskAccepted, ({ task_id }) => ({ does: 'leave', ...task(task_id) })),
  on(taskDeclined, ({ task_id }) => ({ does: 'leave', ...task(task_id) })),
  on(taskCancelled, ({ task_id }) => ({ does: 'leave', ...task(task_id) })),
  on(promiseDueSoon, ({ case_id, promise_id, due_at }, { at }) => ({
    does: 'begin', todo: { kind: 'promise', channel: 'call_back', subject_id: promise_id, case_id: case_id as CaseId, at, due_at: Temporal.Instant.from(due_at) },
  })),
  on(promiseKept, ({ promise_id }, event) => ({ does: 'end', by: isPerson(event) ? (event.actor_id as PersonId) : null, ...promise(promise_id) })),
  on(promiseMoved, ({ promise_id }) => ({ does: 'leave', ...promise(promise_id) })),
  on(promiseWithdrawn, ({ promise_id }) => ({ does: 'leave', ...promise(promise_id) })),
] // prettier-ignore

export const kindsOfWork: readonly EventKind<unknown>[] = makings.map(({ kind }) => kind)
const byName = new Map(makings.map(({ kind, make }) => [kind.name, make]))

/** Null: it changes nothing for us. */
export const changeOf = (payload: unknown, event: Event): Change | null => byName.get(event.name)?.(payload, event) ?? null
