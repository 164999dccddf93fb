// The panels that rooms above cases show beside a case, in the order they stand there. Each is fetched when a case is first opened:
//   { name: 'promises', place: 'first', screen: lazy(async () => ({ default: (await import('#commitments/screens')).PromisesPanel })) }
import { lazy } from 'react'
import type { ComposerExtra, HandOverScreens, PanelOfCase } from '#cases/screens'

export const casePanels: readonly PanelOfCase[] = [
  {
    name: 'chat',
    place: 'first',
    screen: lazy(async () => ({ default: (await import('#channels/screens')).ChatStrip })),
  },
  {
    name: 'unhappy',
    place: 'first',
    screen: lazy(async () => ({ default: (await import('#today/screens')).UnhappyPanel })),
  },
  {
    name: 'promises',
    place: 'first',
    screen: lazy(async () => ({ default: (await import('#commitments/screens')).PromisesPanel })),
  },
  {
    name: 'tasks',
    place: 'first',
    screen: lazy(async () => ({ default: (await import('#tasks/screens')).TasksPanel })),
  },
  {
    name: 'clocks',
    place: 'first',
    screen: lazy(async () => ({ default: (await import('#clocks/screens')).ClocksPanel })),
  },
  {
    name: 'fields',
    place: 'first',
    screen: lazy(async () => ({ default: (await import('#fields/screens')).FieldsOfCase })),
  },
  {
    name: 'page',
    place: 'beside',
    screen: lazy(async () => ({ default: (await import('#portal/screens')).PagePanel })),
  },
]

// What the room of hand-overs brings in the place of the plain dialog of cases, and stands on top of a case.
export const handOverScreensOfCase: HandOverScreens = {
  dialog: lazy(async () => ({ default: (await import('#handovers/screens')).BatonDialog })),
  top: lazy(async () => ({ default: (await import('#handovers/screens')).BatonTop })),
}

// What they offer whoever writes an answer, likewise.
export const extrasOfComposer: readonly ComposerExtra[] = [
  { name: 'article', place: 'foot', screen: lazy(async () => ({ default: (await import('#knowledge/screens')).InsertArticle })) },
  {
    name: 'promise-seen',
    place: 'above',
    needs: 'case.reply',
    screen: lazy(async () => ({ default: (await import('#commitments/screens')).PromiseSeen })),
  },
]
