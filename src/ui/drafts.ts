// What somebody began to write is kept on this device, per person and subject, until it is sent or thrown away. Kept at once
// when the page goes away, within half a second otherwise; offline makes no difference.
import { useCallback, useEffect, useSyncExternalStore } from 'react'

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
type Kept = { value: unknown; at: string }

const listeners = new Set<() => void>()
const held = new Map<string, Kept | null>() // what is on screen; the shelf follows
const unwritten = new Set<string>()
let timer: ReturnType<typeof setTimeout> | undefined
let whose = 'nobody'
let shelf: Shelf | undefined = typeof localStorage === 'undefined' ? undefined : localStorage

const nameOf = (subject: string) => `guichet.draft.${whose}.${subject}`

/** Drafts of one person are never shown to the next one on the same device. Tests give a shelf of their own. */
export function draftsOf(person: string, on: Shelf | undefined = shelf): void {
  writeDrafts()
  held.clear()
  whose = person
  shelf = on
  tell()
}

export function readDraft(subject: string): Kept | null {
  const name = nameOf(subject)
  const known = held.get(name)
  if (known !== undefined) return known
  const found = parse(shelf?.getItem(name) ?? null)
  held.set(name, found)
  return found
}

export function keepDraft(subject: string, value: unknown, at: string = new Date().toISOString()): void {
  held.set(nameOf(subject), { value, at })
  unwritten.add(nameOf(subject))
  timer ??= setTimeout(writeDrafts, 500)
  tell()
}

export function dropDraft(subject: string): void {
  held.set(nameOf(subject), null)
  unwritten.delete(nameOf(subject))
  shelf?.removeItem(nameOf(subject))
  tell()
}

export function writeDrafts(): void {
  clearTimeout(timer)
  timer = undefined
  for (const name of unwritten) {
    const kept = held.get(name)
    if (kept) shelf?.setItem(name, JSON.stringify(kept))
  }
  unwritten.clear()
}

export type Draft<Value> = { value: Value; keptAt: string | null; keep: (value: Value) => void; drop: () => void }

/** The draft on a subject ('reply:<case id>'). `isDraft` looks at what was kept by an older version before it is believed. */
export function useDraft<Value>(subject: string, empty: Value, isDraft: (kept: unknown) => kept is Value): Draft<Value> {
  const kept = useSyncExternalStore(listen, () => readDraft(subject))
  useEffect(() => {
    addEventListener('pagehide', writeDrafts)
    return () => removeEventListener('pagehide', writeDrafts)
  }, [])
  const keep = useCallback((value: Value) => keepDraft(subject, value), [subject])
  const drop = useCallback(() => dropDraft(subject), [subject])
  const believed = kept && isDraft(kept.value) ? kept.value : empty
  return { value: believed, keptAt: kept?.at ?? null, keep, drop }
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(): void {
  for (const listener of listeners) listener()
}

function parse(text: string | null): Kept | null {
  if (text === null) return null
  try {
    const kept: unknown = JSON.parse(text)
    return kept !== null && typeof kept === 'object' && 'value' in kept && 'at' in kept
      ? { value: kept.value, at: String(kept.at) }
      : null
  } catch {
    return null // a draft that cannot be read is no draft; it is written over
  }
}
