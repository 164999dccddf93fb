// Which of the words that look alike were meant. Pure.
import { mistakes, mistakesAllowed, soundOf } from './near.ts'

type Candidate = { word: string; stem: string; documents: number }
const MOST_MEANT = 4

// Fewest mistakes first, then the most used. What sounds the same may be spelled with one mistake more.
export function corrections<Row extends Candidate>(typed: string, candidates: readonly Row[]): Row[] {
  const allowed = mistakesAllowed(typed)
  const sound = soundOf(typed)
  const ranked = candidates.flatMap((row) => {
    const alike = soundOf(row.word) === sound
    const most = allowed + (alike ? 1 : 0)
    const distance = mistakes(typed, row.word, most)
    return distance > most ? [] : [{ row, distance: distance - (alike ? 0.5 : 0) - (typed[0] === row.word[0] ? 0.25 : 0) }]
  })
  const least = Math.min(...ranked.map((each) => each.distance))
  return ranked
    .filter((each) => each.distance <= least + 0.5)
    .toSorted((a, b) => a.distance - b.distance || b.row.documents - a.row.documents)
    .slice(0, MOST_MEANT)
    .map((each) => each.row)
}
