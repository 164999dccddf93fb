// The words that appear at the foot of the screen and go by themselves, except refusals, which wait to be read.
import { useSyncExternalStore } from 'react'
import { words } from './floor-words.ts'
import { say } from './words.ts'

export type ToastTone = 'neutral' | 'good' | 'danger'
export type Toast = {
  id: number
  text: string
  detail?: string
  tone: ToastTone
  seconds: number | null
  action?: { label: string; run: () => void }
}
type Said = { text: string; detail?: string; tone?: ToastTone; seconds?: number | null; action?: Toast['action'] }

const MOST = 4
const listeners = new Set<() => void>()
let shown: readonly Toast[] = []
let next = 1
const commits = new Map<number, () => void>()

/** Says something for a few seconds. Gives back its id, for `dismiss`. */
export function toast({ text, detail, tone = 'neutral', seconds, action }: Said): number {
  const id = next++
  const lasting = seconds === undefined ? (tone === 'danger' ? null : 6) : seconds
  const one: Toast = { id, text, tone, seconds: lasting, ...(detail ? { detail } : {}), ...(action ? { action } : {}) }
  for (const old of shown.slice(0, -(MOST - 1) || undefined).slice(0, Math.max(0, shown.length - MOST + 1))) dismiss(old.id)
  change([...shown, one])
  return id
}

/** Something that happens in a few seconds unless it is undone: `commit` runs once, when the toast goes; never after `undo`. */
export function toastUndo(wish: {
  text: string
  label?: string
  seconds?: number
  commit: () => void
  undo: () => void
}): number {
  const run = () => {
    commits.delete(id)
    wish.undo()
  }
  const id = toast({ text: wish.text, seconds: wish.seconds ?? 8, action: { label: wish.label ?? say(words, 'undo'), run } })
  commits.set(id, wish.commit)
  return id
}

export function dismiss(id: number): void {
  change(shown.filter((one) => one.id !== id))
  const commit = commits.get(id)
  commits.delete(id)
  commit?.()
}

/** The page goes away: what could still be undone is done now, because nobody can undo it any more. */
export function commitAll(): void {
  for (const id of commits.keys()) dismiss(id)
}

export function act(one: Toast): void {
  one.action?.run()
  dismiss(one.id)
}

export const toasts = (): readonly Toast[] => shown
export const useToasts = (): readonly Toast[] => useSyncExternalStore(listen, toasts, toasts)

function change(to: readonly Toast[]): void {
  shown = to
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
