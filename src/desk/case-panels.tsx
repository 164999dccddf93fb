// The panels that rooms above cases show beside a case, in the order they stand there. Each is fetched when a case is first opened:
//   { name: 'promises', place: 'first', screen: lazy(async () => ({ default: (await import('#commitments/screens')).PromisesPanel })) }
import { lazy } from 'react'
import type { ClosingCheck, ComposerExtra, HandOverScreens, PanelOfCase, Teller } from '#cases/screens'

export const casePanels: readonly PanelOfCase[] = [
  {
    name: 'chat',
    place: 'first',
    screen: lazy(async () => ({ default: (await import('#channels/screens')).ChatStrip })),
  },
  {
    name: 'routing',
    place: 'first',
    screen: lazy(async () => ({ default: (await import('#routing/screens')).RoutingPanel })),
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

// What they tell in the story of a case, and what they want looked at before it is closed.
export const tellersOfCase: readonly Teller[] = [
  { name: 'promises', screen: lazy(async () => ({ default: (await import('#commitments/screens')).PromisesTold })) },
  { name: 'tasks', screen: lazy(async () => ({ default: (await import('#tasks/screens')).TasksTold })) },
]
export const closingChecks: readonly ClosingCheck[] = [
  {
    name: 'tasks',
    asks: (found) => Promise.resolve(found.blockers.some(({ kind }) => kind === 'task')),
    screen: lazy(async () => ({ default: (await import('#tasks/screens')).ClosingTasks })),
  },
  {
    name: 'promises',
    asks: async (found) => await (await import('#commitments/screens')).owesSomething(found),
    screen: lazy(async () => ({ default: (await import('#commitments/screens')).ClosingPromises })),
  },
]
