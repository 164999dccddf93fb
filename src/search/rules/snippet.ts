// The piece of text shown under a hit: around the place where most of what was asked stands. Pure.
import type { Snippet } from '../contract.ts'
import { stem } from './stem.ts'
import { tokens, type Token } from './tokens.ts'

const LENGTH = 180 // characters
const MOST_READ = 20_000

export type Wanted = { stems: ReadonlySet<string>; wholes: readonly string[]; open: readonly string[] } // open: how an unfinished word begins

export function snippet(text: string, wanted: Wanted): Snippet {
  const flat = text.slice(0, MOST_READ).replace(/\s+/g, ' ').trim()
  const found = tokens(flat)
    .filter((token) => isWanted(token, wanted))
    .toSorted((a, b) => a.start - b.start)
  const start = best(flat, found)
  const end = Math.min(flat.length, atBlank(flat, start + LENGTH))
  return pieces(flat, { start, end }, found)
}

function isWanted({ word, whole }: Token, { stems, wholes, open }: Wanted): boolean {
  if (whole) return wholes.some((form) => word.startsWith(form))
  return stems.has(stem(word)) || open.some((start) => word.startsWith(start))
}

// Where the most different words stand within one length.
function best(text: string, found: readonly Token[]): number {
  let bestStart = 0
  let most = 0
  found.forEach((first, i) => {
    const within = new Set<string>()
    for (let j = i; j < found.length && found[j]!.end <= first.start + LENGTH - 40; j++) within.add(stem(found[j]!.word))
    if (within.size > most) {
      most = within.size
      bestStart = first.start
    }
  })
  return bestStart < 40 ? 0 : text.indexOf(' ', bestStart - 40) + 1
}

function atBlank(text: string, end: number): number {
  if (end >= text.length) return text.length
  const blank = text.lastIndexOf(' ', end)
  return blank > end - 40 ? blank : end
}

function pieces(text: string, { start, end }: { start: number; end: number }, found: readonly Token[]): Snippet {
  const made: { text: string; found: boolean }[] = []
  const add = (piece: string, isFound: boolean): void =>
    void (piece !== '' && made.push({ text: piece.toWellFormed(), found: isFound }))
  let at = start
  if (start > 0) add('…', false)
  for (const token of found) {
    if (token.start < at || token.end > end) continue
    add(text.slice(at, token.start), false)
    add(text.slice(token.start, token.end), true)
    at = token.end
  }
  add(text.slice(at, end), false)
  if (end < text.length) add('…', false)
  return made
}
