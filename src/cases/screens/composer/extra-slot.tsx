import { Suspense } from 'react'
import { composerExtras, type ComposerExtra, type Written } from './extras.ts'

/** The offers of rooms above, where they stand. While one is fetched nothing moves. */
export function ExtraSlot({ place, ...written }: Written & { place: ComposerExtra['place'] }) {
  return composerExtras(place, written.found).map(({ name, screen: Screen }) => (
    <Suspense key={name}>
      <Screen {...written} />
    </Suspense>
  ))
}
