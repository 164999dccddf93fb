// Which language the person reads. French is the house's first; English is taken when the browser asks for it before French.
import { useSyncExternalStore } from 'react'

export type Language = 'fr' | 'en'

const KEPT = 'guichet.language'
const listeners = new Set<() => void>()
let current: Language = guess()

export const language = (): Language => current

export function chooseLanguage(next: Language): void {
  current = next
  if (typeof localStorage !== 'undefined') localStorage.setItem(KEPT, next)
  if (typeof document !== 'undefined') document.documentElement.lang = next
  for (const listener of listeners) listener()
}

export const useLanguage = (): Language => useSyncExternalStore(listen, language, language)

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function guess(): Language {
  if (typeof localStorage === 'undefined' || typeof document === 'undefined') return 'fr'
  const kept = localStorage.getItem(KEPT)
  if (kept === 'fr' || kept === 'en') return kept
  const asked = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'fr' || tag === 'en')
  return asked === 'en' ? 'en' : 'fr'
}
