// What we do when something happened elsewhere: work begins and ends, people come and go, rules and rights change.
import { accountClosed, accountOpened, grantsChanged } from '#access/contract'
import type { EventKind, PersonId } from '#base/contract'
import { gatherer, type Event } from '#base/journal'
import type { Work } from '#base/work'
import {
  absenceCancelled, absencePlanned, partTimeChanged, personJoined, personLeft, presenceChanged, skillChanged, teamChanged,
} from '#staff/contract' // prettier-ignore
import { hearWork } from './arriving/hear-work.ts'
import { kindsOfWork } from './arriving/changes.ts'
import {
  abilityChanged, breaksChanged, personQueueSet, queueHoursSet, rulesInForce, trialBegan, trialPublished, trialRolledBack, trialWidened,
} from './contract.ts' // prettier-ignore
import { hold } from './router/hold.ts'
import { reseat } from './router/reseat.ts'
import { stepHeld } from './router/step.ts'
import { routeByRules } from './router/route-by-rules.ts'
import { sleeps } from './router/sleeps.ts'

const ofRules: readonly EventKind<unknown>[] = [
  rulesInForce, trialBegan, trialWidened, trialRolledBack, trialPublished, abilityChanged, personQueueSet, queueHoursSet, skillChanged, teamChanged,
  personJoined, personLeft, grantsChanged, accountOpened, accountClosed,
] as readonly EventKind<unknown>[] // prettier-ignore
const ofPeople = [
  presenceChanged,
  absencePlanned,
  absenceCancelled,
  partTimeChanged,
  breaksChanged,
] as readonly EventKind<unknown>[]
const among = (kinds: readonly EventKind<unknown>[]): ((event: Event) => boolean) => {
  const names = new Set(kinds.map(({ name }) => name))
  return ({ name }) => names.has(name)
}
const [isOfRules, isOfPeople, isOfWork] = [among(ofRules), among(ofPeople), among(kindsOfWork)]

// In this order: rules first, so that what arrives finds its queue; people before work, so that it finds somebody.
async function hearAll(work: Work, payloads: unknown[], events: Event[]): Promise<void> {
  if (events.some(isOfRules)) await routeByRules(work)
  const people = payloads.flatMap((payload, at) => (isOfPeople(events[at]!) ? [(payload as { person: PersonId }).person] : [])) // all of them say whom
  if (people.length > 0) await hearPeople(work, [...new Set(people)])
  const own = payloads.map((payload, at) => ({ payload, event: events[at]! })).filter(({ event }) => isOfWork(event))
  if (own.length > 0) await hearWork(work, own.map(({ payload }) => payload), own.map(({ event }) => event)) // prettier-ignore
}

async function hearPeople(work: Work, of: readonly PersonId[]): Promise<void> {
  const held = await hold(work)
  if (!held) return
  const { facts, seats_at } = await reseat(work, held, { of })
  await stepHeld(work, held, { facts, seats_at })
}

export const readers = [{ ...gatherer<unknown>('routing', [...ofRules, ...ofPeople, ...kindsOfWork], hearAll), sleeps }]
