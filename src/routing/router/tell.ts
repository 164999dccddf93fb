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
  | { is: 'arrived' }
  | { is: 'taken' }
  | { is: 'ended' }
  | { is: 'call_back' }
  | { is: 'offered'; offer: OfferRow }
  | { is: 'offer_ended'; offer: OfferRow }
  | { is: 'moved'; from: string; because: 'overflow' | 'by_hand' | 'rules' }
  | { is: 'back'; person: PersonId | null }
)

export function tellAll(work: Work, news: readonly News[], seats: readonly SeatRow[]): void {
  for (const each of news) tell(work, each)
  for (const { person_id, state, since } of seats)
    work.publish(seatChanged, { person: person_id, state, since: since.toString() })
}

type Telling = { [Kind in News['is']]: (work: Work, news: News & { is: Kind }) => void }

function tell(work: Work, news: News): void {
  const say = tellings[news.is] as (work: Work, news: News) => void // each is given its own kind
  say(work, news)
}

const itself = ({ row }: News) => ({
  item_id: row.id,
  kind: row.kind,
  channel: row.channel,
  queue: row.queue,
  case_id: row.case_id,
})
const about = ({ row }: News) => (row.case_id ? { case_id: row.case_id } : {})

const tellings: Telling = {
  arrived: (work, news) => {
    const { subject_id, place_at } = news.row
    work.publish(itemArrived, { ...itself(news), subject_id, place_at: place_at.toString() }, about(news))
  },
  offered: (work, news) => {
    const { id: offer_id, person_id: person, until, ring_all } = news.offer
    work.publish(itemOffered, { ...itself(news), offer_id, person, until: until?.toString() ?? null, ring_all }, about(news))
  },
  offer_ended: (work, news) => {
    const { id: offer_id, person_id: person, ended_as, because } = news.offer
    work.publish(offerEnded, { ...itself(news), offer_id, person, as: ended_as ?? 'withdrawn', because }, about(news))
  },
  taken: (work, news) => {
    const { person_id: person, taken_by } = news.row
    if (person) work.publish(itemTaken, { ...itself(news), person, by: taken_by ?? 'hand' }, about(news))
  },
  moved: (work, news) => work.publish(itemMoved, { ...itself(news), from: news.from, because: news.because }, about(news)),
  back: (work, news) => void (news.person && work.publish(itemBack, { ...itself(news), person: news.person }, about(news))),
  call_back: (work, news) => work.publish(callBackOffered, itself(news), about(news)),
  ended: (work, news) => {
    const { subject_id, ended_as, person_id: person } = news.row
    work.publish(itemEnded, { ...itself(news), subject_id, as: ended_as ?? 'done', person }, about(news))
  },
}
