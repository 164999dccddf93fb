// Every endpoint of the house, in one list: what OpenAPI describes, what isolation tries, what the server serves.
import * as access from '#access'
import * as brands from '#brands'
import * as calendars from '#calendars'
import * as cases from '#cases'
import * as customers from '#customers'
import * as staff from '#staff'
import type { Route } from '#base/http'
import type { Office } from '#channels'

export const allRoutes = (office: Pick<Office, 'routes'>): Route[] => [
  ...access.routes,
  ...calendars.routes,
  ...staff.routes,
  ...brands.routes,
  ...customers.routes,
  ...cases.routes,
  ...office.routes,
]
