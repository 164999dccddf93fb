// Everything that is measured, in the order it is shown.
import type { Measure } from './figures.ts'
import { chat } from './chat.ts'
import { desk } from './desk.ts'
import { erlang } from './erlang.ts'
import { forecast } from './forecast.ts'
import { grid } from './grid.ts'
import { intake } from './intake.ts'
import { lists } from './lists.ts'
import { live } from './live.ts'
import { search } from './found.ts'
import { rehearsal } from './rehearsal.ts'
import { reply } from './reply.ts'
import { routing } from './routing.ts'
import { routingLive } from './routing-live.ts'
import { shifts } from './shifts.ts'
import { start } from './start.ts'
import { timers } from './timers.ts'

export const measures: readonly Measure[] = [
  intake,
  reply,
  lists,
  search,
  live,
  chat,
  start,
  desk,
  timers,
  routing,
  routingLive,
  rehearsal,
  erlang,
  forecast,
  grid,
  shifts,
]
