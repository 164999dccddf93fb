// How many different people a case meets: its contacts in this replication, whoever served them.
import type { Play } from './play.ts'
import { CASES, PEOPLE_MET } from './tally.ts'
import { MET } from './visitors.ts'

export function meet(play: Play, visitor: number, agent: number): void {
  const { visitors } = play
  const kind = visitors.kind[visitor]!
  const { cases, againAfter } = play.flows[kind]! // a visitor is of one of the kinds
  if (cases) return meetOne(play, visitor, { met: play.casesMet[kind]!, from: cases[visitors.index[visitor]!]! * MET, agent }) // a list with cases has their rows
  if (againAfter) return meetOne(play, visitor, { met: visitors.met, from: visitor * MET, agent })
  const cell = visitors.cell[visitor]!
  play.tally.sums[cell + CASES]!++
  play.tally.sums[cell + PEOPLE_MET]!++
}

// After so many different people one more is no longer told from those before.
function meetOne(play: Play, visitor: number, { met, from, agent }: { met: Int32Array; from: number; agent: number }): void {
  const cell = play.visitors.cell[visitor]!
  const { sums } = play.tally
  if (met[from] === -1) sums[cell + CASES]!++
  for (let place = from; place < from + MET; place++) {
    if (met[place] === agent) return
    if (met[place] !== -1) continue
    met[place] = agent
    sums[cell + PEOPLE_MET]!++
    return
  }
}
