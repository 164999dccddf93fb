import { route } from '#base/http'
import * as contract from './contract.ts'
import { addCalendar } from './add-calendar.ts'
import { closeCalendar } from './close-calendar.ts'
import { editCalendar } from './edit-calendar.ts'
import { getOpening, listCalendars, listHolidays } from './find.ts'

export const routes = [
  route(contract.listCalendars, listCalendars),
  route(contract.addCalendar, addCalendar),
  route(contract.editCalendar, editCalendar),
  route(contract.closeCalendar, closeCalendar),
  route(contract.getOpening, getOpening),
  route(contract.listHolidays, listHolidays),
]
