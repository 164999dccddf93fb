// They leave when nothing rests on them, and not before: asked of every room here, and refused by every room's own trigger at the commit.
import * as handovers from '#handovers'
import * as staff from '#staff'
import { audit } from '#access'
import type { PersonId } from '#base/contract'
import { actorId, refuse, type Work } from '#base/work'
import { departureEnded, restsStill, type Departure, type DepartureId } from '../contract.ts'
import { offersOf, recordCalledOff, recordFinished } from '../store/departure.ts'
import { holdDeparture } from './need.ts'
import { restingOn } from './resting.ts'
import { showDeparture } from './show.ts'

export async function finishDeparture(
  work: Work,
  { id, successor }: { id: DepartureId; successor: PersonId },
): Promise<Departure> {
  const { person_id: person } = await holdDeparture(work, id)
  const resting = await restingOn(work, person)
  const left = resting.reduce((sum, { count }) => sum + count, 0)
  if (left > 0) throw refuse(restsStill, { left, kinds: resting.map(({ kind, count }) => ({ kind, count })) })
  await staff.removePerson(work, { person, successor })
  await recordFinished(work, id, actorId(work.actor))
  await audit(work, 'departure.finished', { about: person, details: { successor } })
  work.publish(departureEnded, { departure: id, person, as: 'finished' })
  return await showDeparture(work, id)
}

/** A manager accepts in the place of everybody who has not answered yet. */
export async function acceptInTheirPlace(work: Work, { id, because }: { id: DepartureId; because: string }): Promise<Departure> {
  await holdDeparture(work, id)
  for (const { portfolio_id } of await offersOf(work, id)) {
    const offer = await handovers.showPortfolio(work, portfolio_id)
    if (offer.state === 'waiting' || offer.state === 'preparing')
      await handovers.settlePortfolio(work, { id: portfolio_id, to: offer.to.id, because })
  }
  return await showDeparture(work, id)
}

/** They stay: what still waits for an answer is taken back; what has passed has passed. */
export async function callOff(work: Work, { id }: { id: DepartureId }): Promise<object> {
  const { person_id: person } = await holdDeparture(work, id)
  for (const { portfolio_id } of await offersOf(work, id)) {
    const offer = await handovers.showPortfolio(work, portfolio_id)
    if (offer.state === 'waiting' || offer.state === 'preparing')
      await handovers.withdrawPortfolio(work, portfolio_id, 'Départ annulé.')
  }
  await recordCalledOff(work, id, actorId(work.actor))
  await audit(work, 'departure.called_off', { about: person, details: {} })
  work.publish(departureEnded, { departure: id, person, as: 'called_off' })
  return {}
}
