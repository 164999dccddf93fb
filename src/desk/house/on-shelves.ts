import type { Label, Screen } from '../rooms.tsx'
import { shelves } from './shelves.ts'

export type Filled = { title: Label; pages: { screen: Screen; about: Label | undefined }[] }

const ELSEWHERE: Label = { fr: 'Autres réglages', en: 'Other settings' }

/** The given pages on their shelves, in the order of the shelves; a page that nobody put on one is not lost. */
export function onShelves(screens: readonly Screen[]): Filled[] {
  const byPath = new Map(screens.map((screen) => [screen.path, screen]))
  const filled = shelves.map(({ title, pages }): Filled => ({
    title,
    pages: pages.flatMap(({ path, about }) => {
      const screen = byPath.get(path)
      byPath.delete(path)
      return screen ? [{ screen, about }] : []
    }),
  }))
  const left = { title: ELSEWHERE, pages: [...byPath.values()].map((screen) => ({ screen, about: undefined })) }
  return [...filled, left].filter(({ pages }) => pages.length > 0)
}
