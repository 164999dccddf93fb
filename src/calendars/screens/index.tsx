// The page of calendars, and how hours and weekdays are written.
export { CalendarsPage } from './page.tsx'
export { clock, minuteOf, weekdayName } from './wall-clock.ts'
