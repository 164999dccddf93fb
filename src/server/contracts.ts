// The contracts of all rooms, and what they declare: collected, so that nothing is forgotten.
import * as access from '#access/contract'
import * as brands from '#brands/contract'
import * as calendars from '#calendars/contract'
import * as cases from '#cases/contract'
import * as channels from '#channels/contract'
import * as clocks from '#clocks/contract'
import * as commitments from '#commitments/contract'
import * as cover from '#cover/contract'
import * as customers from '#customers/contract'
import * as forecasting from '#forecasting/contract'
import * as intraday from '#intraday/contract'
import * as scheduling from '#scheduling/contract'
import * as staffing from '#staffing/contract'
import * as demo from '#demo/contract'
import * as fields from '#fields/contract'
import * as handovers from '#handovers/contract'
import * as knowledge from '#knowledge/contract'
import * as portal from '#portal/contract'
import * as rehearsal from '#rehearsal/contract'
import * as setups from '#setups/contract'
import * as routing from '#routing/contract'
import * as search from '#search/contract'
import * as staff from '#staff/contract'
import * as tasks from '#tasks/contract'
import * as today from '#today/contract'
import * as upkeep from '#upkeep/contract'

const contracts: readonly object[] = [
  access, brands, calendars, cases, channels, clocks, commitments, cover, customers, demo, fields, handovers, knowledge, portal, rehearsal, routing, search, setups, staff, tasks, today, upkeep,
  forecasting, staffing, scheduling, intraday,
] // prettier-ignore

export const declared = <Kind>(is: (value: unknown) => value is Kind): Kind[] =>
  contracts.flatMap((contract) => Object.values(contract).filter(is))
