// Light, dark, or as the system says; calm or compact rows. Kept on this device.
import { useSyncExternalStore } from 'react'

export type Theme = 'system' | 'light' | 'dark'
export type Density = 'calm' | 'compact'

const listeners = new Set<() => void>()
let theme: Theme = kept('theme', ['light', 'dark'], 'system')
let density: Density = kept('density', ['compact'], 'calm')

export const useTheme = (): Theme => useSyncExternalStore(listen, () => theme)
export const useDensity = (): Density => useSyncExternalStore(listen, () => density)

export function chooseTheme(next: Theme): void {
  theme = next
  localStorage.setItem('guichet.theme', next)
  dress()
}

export function chooseDensity(next: Density): void {
  density = next
  localStorage.setItem('guichet.density', next)
  dress()
}

export function dress(): void {
  const { dataset } = document.documentElement
  dataset['theme'] = theme
  dataset['density'] = density
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function kept<Choice extends string, Otherwise extends string>(
  name: string,
  choices: Choice[],
  otherwise: Otherwise,
): Choice | Otherwise {
  const found = typeof localStorage === 'undefined' ? null : localStorage.getItem(`guichet.${name}`)
  return choices.find((choice) => choice === found) ?? otherwise
}
