import * as staff from '#staff'
import { audit } from '#access'
import { newId } from '#base/id'
import type { PersonId } from '#base/contract'
import { actorId, refuse, type Work } from '#base/work'
import { departureBegun, nobodyToReceive, type Departure } from '../contract.ts'
import { departureOf, insertDeparture } from '../store/departure.ts'
import { refuseStrangers } from './need.ts'
import { showDeparture } from './show.ts'

// Begun once for a person: whoever begins it again goes on with it.
export async function beginDeparture(
  work: Work,
  { person, last_day }: { person: PersonId; last_day: string },
): Promise<Departure> {
  await refuseStrangers(work, person)
  if (!(await staff.active(work, person))) throw refuse(nobodyToReceive, {})
  await insertDeparture(work, { id: newId(work.now), person, last_day, by: actorId(work.actor) })
  const { id } = await departureOf(work, person)
  await audit(work, 'departure.begun', { about: person, details: { last_day } })
  work.publish(departureBegun, { departure: id, person })
  return await showDeparture(work, id)
}
