// A rehearsal on several threads: each plays whole replications, which are added up in the order of their numbers. The report is the same to the
// last digit whatever the number of threads.
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Report } from '../contract/report.ts'
import { expectedFrom } from '../engine/arrivals.ts'
import {
  gather, mergeHurt, newGathered, prepareRehearsal, rehearse, reportOf, wantedOf, type Gathered, type Ready, type Rehearsal, type Replicated,
} from '../engine/index.ts' // prettier-ignore
import type { Said } from './said.ts'

type Wishes = { threads?: number; progress?: (share: number) => void }

const MOST_THREADS = 16
/** Below so many contacts in all, a thread takes longer to begin than it helps. */
const WORTH_A_THREAD = 400_000

/** Rehearses on as many threads as there are cores, or as are wished for; on this one where more would not help. */
export async function rehearseTogether(scenario: Ready, { threads, progress = () => {} }: Wishes = {}): Promise<Report> {
  const most = typeof scenario.replications === 'number' ? scenario.replications : scenario.replications.most
  const hands = Math.min(threads ?? availableParallelism(), MOST_THREADS, most)
  if (hands < 2) return rehearse(scenario, progress)
  const rehearsal = prepareRehearsal(scenario)
  const once = rehearsal.flows.reduce((sum, { source }) => sum + expectedFrom(source, rehearsal.window.to), 0)
  if (threads === undefined && once * most < WORTH_A_THREAD) return rehearse(scenario, progress)
  const crew = Array.from({ length: hands }, () => new Worker(new URL('./hand.ts', import.meta.url), { workerData: scenario }))
  try {
    const gathered = await playAll(crew, rehearsal, progress)
    return reportOf(rehearsal, gathered)
  } finally {
    await Promise.all(crew.map((hand) => hand.terminate()))
  }
}

// Hands out the next replication to whoever is done, and adds up what came back as soon as those before it have.
function playAll(crew: readonly Worker[], rehearsal: Rehearsal, progress: (share: number) => void): Promise<Gathered> {
  const { scenario } = rehearsal
  const gathered = newGathered(rehearsal)
  const early = new Map<number, Replicated>()
  const idle = new Set<Worker>()
  let wanted = wantedOf(scenario, gathered)
  let handedOut = 0
  let told = 0
  return new Promise((resolve, reject) => {
    const handOut = (): void => {
      for (const hand of idle) {
        if (handedOut >= wanted) return
        idle.delete(hand)
        hand.postMessage(handedOut++)
      }
    }
    const addUp = (replicated: Replicated): void => {
      early.set(replicated.replication, replicated)
      for (let next = early.get(gathered.replications); next; next = early.get(gathered.replications)) {
        early.delete(next.replication)
        gather(gathered, next)
      }
      progress(gathered.replications / wanted)
      if (gathered.replications === wanted) wanted = wantedOf(scenario, gathered)
      if (gathered.replications === wanted) for (const hand of crew) hand.postMessage('tell')
    }
    const hear = (hand: Worker, said: Said): void => {
      if (said.kind === 'played') {
        idle.add(hand)
        addUp(said.replicated)
        return handOut()
      }
      if (rehearsal.hurt && said.hurt) mergeHurt(rehearsal.hurt, said.hurt)
      if (++told === crew.length) resolve(gathered)
    }
    for (const hand of crew) {
      hand.on('message', (said: Said) => hear(hand, said)).once('error', reject)
      idle.add(hand)
    }
    handOut()
  })
}
