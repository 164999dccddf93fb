// Small things this device remembers: what is folded, whether the details are shown, whether it rings.
import { useSyncExternalStore } from 'react'

const held = new Map<string, unknown>()
const listeners = new Set<() => void>()

export function remembered<Value>(name: string, otherwise: Value): Value {
  if (!held.has(name)) held.set(name, parse(localStorage.getItem(`guichet.${name}`)) ?? otherwise)
  return held.get(name) as Value // written by `remember` with this name, or by nobody
}

export function remember(name: string, value: unknown): void {
  held.set(name, value)
  localStorage.setItem(`guichet.${name}`, JSON.stringify(value))
  for (const listener of listeners) listener()
}

export function useRemembered<Value>(name: string, otherwise: Value): [Value, (to: Value) => void] {
  const value = useSyncExternalStore(listen, () => remembered(name, otherwise))
  return [value, (to) => remember(name, to)]
}

function parse(text: string | null): unknown {
  if (text === null) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined // something else wrote it; it is written over
  }
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
