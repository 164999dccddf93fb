// The door of calendars.
export { addCalendar } from './add-calendar.ts'
export { editCalendar } from './edit-calendar.ts'
export { calendar, isKept, listCalendars } from './find.ts'
export { addWorkingTime, isOpen, nextClosing, nextOpening, workingTimeBetween, type Found } from './rules/working-time.ts'
export { holidaysOf, isHoliday, type Holiday } from './rules/holidays.ts'
export { routes } from './routes.ts'
