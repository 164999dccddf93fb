// Every endpoint of the house, in one list: what OpenAPI describes, what isolation tries, what the server serves.
import * as access from '#access'
import * as brands from '#brands'
import * as calendars from '#calendars'
import * as cases from '#cases'
import * as channels from '#channels'
import * as clocks from '#clocks'
import * as commitments from '#commitments'
import * as handovers from '#handovers'
import * as cover from '#cover'
import * as knowledge from '#knowledge'
import * as customers from '#customers'
import * as demo from '#demo'
import * as fields from '#fields'
import * as forecasting from '#forecasting'
import * as intraday from '#intraday'
import * as scheduling from '#scheduling'
import * as staffing from '#staffing'
import * as portal from '#portal'
import * as rehearsal from '#rehearsal'
import * as routing from '#routing'
import * as setups from '#setups'
import * as staff from '#staff'
import * as tasks from '#tasks'
import * as today from '#today'
import * as upkeep from '#upkeep'
import type { Route } from '#base/http'
import type { Seal } from '#base/seal'
import type { Open } from '#base/work'
import type { ChatHub, Office } from '#channels'

type House = { seal: Seal; url: string; chats: Pick<ChatHub, 'visitors'> } // url: the address of this server, without a slash at its end

export const allRoutes = (open: Open, office: Pick<Office, 'routes' | 'ports'>, house: House): Route[] => [
  ...access.routes,
  ...upkeep.routes,
  ...calendars.routes,
  ...staff.routes,
  ...brands.routes,
  ...customers.routes,
  ...cases.routes,
  ...commitments.routes,
  ...clocks.routes,
  ...knowledge.routes,
  ...portal.routes,
  ...channels.answerRoutes,
  ...office.routes,
  ...channels.widgetRoutes(house),
  ...channels.chatRoutes(house.chats),
  ...channels.formRoutes(house.url),
  ...tasks.routes,
  ...handovers.routes,
  ...cover.routes,
  ...today.routes,
  ...fields.routes,
  ...setups.routes,
  ...routing.routes,
  ...rehearsal.routes,
  ...forecasting.routes,
  ...staffing.routes,
  ...scheduling.routes,
  ...intraday.routes,
  ...demo.routes({ open, smtpPort: office.ports.smtp, seal: house.seal }),
]
