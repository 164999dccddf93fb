// What a step tells: published with its commit.
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import {
  callBackOffered, itemArrived, itemBack, itemEnded, itemMoved, itemOffered, itemTaken, offerEnded, seatChanged,
} from '../contract.ts' // prettier-ignore
import type { ItemRow } from '../store/item.ts'
import type { OfferRow } from '../store/offer.ts'
import type { SeatRow } from '../store/seat.ts'

export type News = { row: ItemRow } & (
  | { is: 'arrived' | 'taken' | 'ended' | 'call_back' }
  | { is: 'offered' | 'offer_ended'; offer: OfferRow }
  | { is: 'moved'; from: string; because: 'overflow' | 'by_hand' | 'rules' }
  | { is: 'back'; person: PersonId | null }
)

export function tellAll(work: Work, news: readonly News[], seats: readonly SeatRow[]): void {
  for (const each of news) tell(work, each)
  for (const { person_id, state, since } of seats)
    work.publish(seatChanged, { person: person_id, state, since: since.toString() })
}

function tell(work: Work, news: News): void {
  const { row } = news
  const item = { item_id: row.id, kind: row.kind, channel: row.channel, queue: row.queue, case_id: row.case_id }
  const about = row.case_id ? { case_id: row.case_id } : {}
  switch (news.is) {
    case 'arrived':
      return work.publish(itemArrived, { ...item, subject_id: row.subject_id, place_at: row.place_at.toString() }, about)
    case 'offered': {
      const { id: offer_id, person_id: person, until, ring_all } = news.offer
      return work.publish(itemOffered, { ...item, offer_id, person, until: until?.toString() ?? null, ring_all }, about)
    }
    case 'offer_ended': {
      const { id: offer_id, person_id: person, ended_as, because } = news.offer
      return work.publish(offerEnded, { ...item, offer_id, person, as: ended_as ?? 'withdrawn', because }, about)
    }
    case 'taken':
      return row.person_id
        ? work.publish(itemTaken, { ...item, person: row.person_id, by: row.taken_by ?? 'hand' }, about)
        : undefined
    case 'moved':
      return work.publish(itemMoved, { ...item, from: news.from, because: news.because }, about)
    case 'back':
      return news.person ? work.publish(itemBack, { ...item, person: news.person }, about) : undefined
    case 'call_back':
      return work.publish(callBackOffered, item, about)
    case 'ended':
      return work.publish(
        itemEnded,
        { ...item, subject_id: row.subject_id, as: row.ended_as ?? 'done', person: row.person_id },
        about,
      )
  }
}
