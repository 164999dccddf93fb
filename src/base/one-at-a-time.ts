// Long work that is done in a thread of its own: one of its kind at a time on a server. Whoever finds it taken waits for its turn; when the server stops
// it is given up, and begun again by the next.
import { worker, type Job, type JobKind, type Worker } from './jobs.ts'

export type Thread = { stop: () => Promise<void> }
/** What whoever performs is told of the server, and tells it. */
export type Server<Opened extends Thread> = { opened: (thread: Opened) => void; stops: () => boolean }
export type OneAtATime = { workers: Worker[]; stop: () => Promise<void> }

const TURN_SECONDS = 2

type How<Payload, Opened extends Thread> = {
  perform: (job: Job<Payload>, server: Server<Opened>) => Promise<void>
  taken: string // why somebody waits
}

export function oneAtATime<Payload, Opened extends Thread>(
  kind: JobKind<Payload>,
  { perform, taken }: How<Payload, Opened>,
): OneAtATime {
  let thread: Opened | undefined
  let busy = false
  let stopped = false
  const server: Server<Opened> = {
    opened: (opened) => {
      thread = opened
      if (stopped) void opened.stop()
    },
    stops: () => stopped,
  }
  const own = worker(kind, async (job) => {
    if (stopped || busy) return await job.work((work) => job.again(work, work.now.add({ seconds: TURN_SECONDS }), taken))
    busy = true
    try {
      await perform(job, server)
    } finally {
      busy = false
    }
  })
  return {
    workers: [own],
    stop: async () => {
      stopped = true
      await thread?.stop()
    },
  }
}
