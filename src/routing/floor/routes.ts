import { route } from '#base/http'
import * as acts from '../contract/floor-acts.ts'
import { getFloor, getRoster } from '../contract/floor.ts'
import { setHours, usualHours } from './acts/hours.ts'
import { offerTo } from './acts/offer-to.ts'
import { placePerson, unplacePerson } from './acts/place.ts'
import { raise } from './acts/raise.ts'
import { seatOf } from './acts/seat-of.ts'
import { listCounted } from './counted.ts'
import { floor } from './floor.ts'
import { readRoster } from './roster.ts'
import { why } from './why.ts'

export const routes = [
  route(getFloor, floor),
  route(getRoster, readRoster),
  route(acts.getWhy, why),
  route(acts.listCounted, listCounted),
  route(acts.raiseItem, raise),
  route(acts.offerItem, offerTo),
  route(acts.putPersonQueue, placePerson),
  route(acts.deletePersonQueue, unplacePerson),
  route(acts.putQueueHours, setHours),
  route(acts.deleteQueueHours, usualHours),
  route(acts.getSeatOf, seatOf),
]
