// The clocks of tasks: when they are due, and when they are chased.
import { clockOfChases } from './chase/clock.ts'
import { workers as clocksOfTasks } from './timers.ts'

export const workers = [...clocksOfTasks, clockOfChases]
