import { useSyncExternalStore } from 'react'

const QUERY = '(width < 48rem)'

const listen = (heard: () => void): (() => void) => {
  const media = matchMedia(QUERY)
  media.addEventListener('change', heard)
  return () => media.removeEventListener('change', heard)
}

/** A phone: what lies across stands upright there, and what is looked at comes before what is chosen. */
export const useNarrow = (): boolean => useSyncExternalStore(listen, () => matchMedia(QUERY).matches)
