// What was decided of each line at the end of a shift: lines that were dealt with disappear from the answer of the server and stay here, ticked.
import { useState } from 'react'
import type { Gate, Outcome } from '../../contract.ts'

type Item = Gate['items'][number]
export type Decided = { line: Item; outcome: Outcome }
export type Decisions = {
  lines: readonly Item[] // those to decide and those decided, in order
  outcomeOf: (line: Item) => Outcome | null
  word: (line: Item) => string | undefined // undefined: not left
  leave: (line: Item, word: string | undefined) => void
  settle: (line: Item, outcome: Outcome) => void
  open: number
  done: readonly Decided[]
}

export function useDecisions(items: readonly Item[]): Decisions {
  const [words, setWords] = useState<Readonly<Record<string, string | undefined>>>({})
  const [settled, setSettled] = useState<readonly Decided[]>([])
  const gone = settled.filter(({ line }) => !items.some(({ key }) => key === line.key))
  const given = settled.filter(({ line, outcome }) => outcome === 'handed_over' && items.some(({ key }) => key === line.key))
  const lines = [...items, ...gone.map(({ line }) => line)].toSorted((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : 1))
  const outcomeOf = (line: Item): Outcome | null =>
    [...gone, ...given].find((each) => each.line.key === line.key)?.outcome ??
    ((words[line.key] ?? '').trim() === '' ? null : 'left')
  return {
    lines,
    outcomeOf,
    word: ({ key }) => words[key],
    leave: ({ key }, word) => setWords((before) => ({ ...before, [key]: word })),
    settle: (line, outcome) =>
      setSettled((before) => [...before.filter((each) => each.line.key !== line.key), { line, outcome }]),
    open: lines.filter((line) => outcomeOf(line) === null).length,
    done: [...gone, ...given],
  }
}
