// What rests on somebody who leaves is offered, each share as a portfolio of its own; managers' places and the like pass at once.
import * as cases from '#cases'
import * as handovers from '#handovers'
import * as staff from '#staff'
import { allow, audit } from '#access'
import { refuse, type Work } from '#base/work'
import { itemKinds, type Item, type ItemKind, type WantedItems } from '#handovers/contract'
import { nobodyToReceive, type Departure, type DepartureId, type Receiver } from '../contract.ts'
import { insertOffer, type DepartureRow } from '../store/departure.ts'
import { holdDeparture, needDeparture } from './need.ts'
import { share } from './receivers.ts'
import { passAtOnce, wayOf } from './resting.ts'
import { showDeparture } from './show.ts'

type Passing = { id: DepartureId; kinds: readonly string[]; to: Receiver; message: string; introduce: boolean } & Pick<
  WantedItems,
  'customers' | 'companies' | 'items'
>

export async function passPart(work: Work, given: Passing): Promise<Departure> {
  const departure = await holdDeparture(work, given.id)
  const offered = given.kinds.filter(isOffered)
  if (offered.length > 0) await offerPart(work, departure, { ...given, kinds: offered })
  for (const kind of given.kinds.filter((each) => !isOffered(each))) await passKind(work, departure, { kind, to: given.to })
  return await showDeparture(work, given.id)
}

const isOffered = (kind: string): kind is ItemKind => itemKinds.some((each) => each === kind)

async function chosen(
  work: Work,
  { person_id }: DepartureRow,
  { kinds, customers, companies, items }: Omit<Passing, 'kinds' | 'id'> & { kinds: readonly ItemKind[] },
): Promise<Item[]> {
  return await handovers.choose(work, person_id, {
    kinds: [...kinds],
    ...(customers && { customers }),
    ...(companies && { companies }),
    ...(items && { items }),
  })
}

async function offerPart(work: Work, departure: DepartureRow, given: Passing & { kinds: readonly ItemKind[] }): Promise<void> {
  allow(work, 'case.assign')
  const { person_id: from, id } = departure
  const { shares } = await share(work, from, { items: await chosen(work, departure, given), to: given.to })
  for (const { person: to, items } of shares) {
    const portfolio = await handovers.offerItems(
      work,
      {
        from,
        to,
        occasion: 'departure',
        message: given.message,
        introduce: given.introduce,
        returns: null,
        answer_by: answerBy(work, departure),
      },
      items,
    )
    await insertOffer(work, id, portfolio)
  }
  await audit(work, 'departure.offered', {
    about: from,
    details: { kinds: given.kinds, to: given.to, shares: shares.map(({ person, items }) => ({ person, items: items.length })) },
  })
}

// Accepted before the last day: the answer is asked for by the evening before, where that is still to come.
function answerBy(work: Work, { last_day }: DepartureRow): string | undefined {
  const evening = last_day.subtract({ days: 1 }).toZonedDateTime({ timeZone: 'Europe/Paris', plainTime: '17:00' }).toInstant()
  const soon = work.now.add({ hours: 48 })
  return Temporal.Instant.compare(evening, work.now.add({ hours: 1 })) > 0 && Temporal.Instant.compare(evening, soon) < 0
    ? evening.toString()
    : undefined
}

async function passKind(
  work: Work,
  { person_id: from }: DepartureRow,
  { kind, to }: { kind: string; to: Receiver },
): Promise<void> {
  const person = 'person' in to ? to.person : null
  if (wayOf(kind) === 'pass' && (!person || person === from || !(await staff.active(work, person))))
    throw refuse(nobodyToReceive, {})
  await passAtOnce(work, { from, to: person ?? from, kind })
  await audit(work, 'departure.passed', { about: from, details: { kind, to: person } })
}

const MOST_COUNTED = 100_000
export async function split(work: Work, { id, kinds, to }: { id: DepartureId; kinds: readonly ItemKind[]; to: Receiver }) {
  const departure = await needDeparture(work, id)
  const items = await handovers.choose(work, departure.person_id, { kinds: [...kinds] })
  const { shares, nobody } = await share(work, departure.person_id, { items, to })
  const people = await staff.find(work, shares.map(({ person }) => person)) // prettier-ignore
  return {
    shares: await Promise.all(
      shares.map(async ({ person, items: theirs }) => ({
        person: { id: person, name: people.get(person)?.name ?? '' },
        things: theirs.length,
        customers: new Set(theirs.flatMap(({ customer }) => customer?.id ?? [])).size,
        open_cases: await cases.countListed(work, { owner: person, status: 'open', limit: MOST_COUNTED }),
      })),
    ),
    nobody: nobody.length,
  }
}
