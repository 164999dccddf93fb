import type { Screen } from '../rooms.tsx'

type Placed = Pick<Screen, 'path' | 'place'>

/** Whether the address is one of the pages behind the door of the house, or beneath one: then no other entry of the rail is where one is. */
export const shelved = (screens: readonly Placed[], here: string): boolean =>
  screens.some(({ path, place }) => place === 'house' && (here === path || here.startsWith(`${path}/`)))
