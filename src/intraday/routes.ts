import { route, type Route } from '#base/http'
import * as contract from './contract.ts'
import { grantException, withdrawException } from './people/exceptions.ts'
import { listAdherence } from './people/list.ts'
import { dayOfOne, myDay } from './people/one-day.ts'
import { changeSettings, showSettings } from './settings/settings.ts'

export const routes: Route[] = [
  route(contract.getAdherence, listAdherence),
  route(contract.getDayOf, dayOfOne),
  route(contract.getMyDay, myDay),
  route(contract.postException, grantException),
  route(contract.deleteException, withdrawException),
  route(contract.getDaySettings, showSettings),
  route(contract.putDaySettings, changeSettings),
]
