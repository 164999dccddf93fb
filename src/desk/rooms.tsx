// What the desk shows, in the order of the rail. A room adds its pages to one of these lists, each fetched when it is first opened:
//   { path: '/tasks', label: label('tasks'), icon: 'bullets', place: 'work', screen: lazyRouteComponent(() => import('#tasks/screens'), 'TasksPage') }
// `search` says what the page keeps in the address; it must accept anything.
import { apart } from './rooms/apart.tsx'
import { daily } from './rooms/daily.tsx'
import { ofTheHouse } from './rooms/house.tsx'
import type { Screen } from './rooms/screen.ts'
import { together } from './rooms/together.tsx'

export type { Label, Screen } from './rooms/screen.ts'

export const screens: readonly Screen[] = [...daily, ...together, ...ofTheHouse, ...apart]
