// Every timer of a house fires once, whatever becomes of it: a random history of promises, tasks and the clocks of their cases, with servers that
// are stopped, started anew and run side by side, and a clock that jumps. GUICHET_TEST_SEED replays one, GUICHET_HISTORY_STEPS lengthens it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as cases from '#cases'
import * as clocks from '#clocks'
import * as commitments from '#commitments'
import { startJobs, type Jobs } from '#base/jobs'
import { startTail, type Tail } from '#base/journal'
import type { CaseId } from '#cases/contract'
import { clockBreached, clockEscalated, clockSilent, clockWarned } from '#clocks/contract'
import { promiseBroken, promiseDueSoon } from '#commitments/contract'
import { answer } from './answer.ts'
import { ask } from './ask.ts'
import { cancel } from './cancel.ts'
import { taskDueSoon, taskLate, type TaskId } from './contract.ts'
import { readers } from './listen.ts'
import { testOffice, type TestOffice } from './test-office.ts'
import { workers } from './workers.ts'

const SEED = Number(process.env['GUICHET_TEST_SEED'] ?? 5)
const STEPS = Number(process.env['GUICHET_HISTORY_STEPS'] ?? 220)

type Server = { tail: Tail; jobs: Jobs }
type Owed = { is: 'promise' | 'task'; id: string; due: Temporal.Instant; rings: boolean; over: boolean }

const startServer = async ({ open }: TestOffice): Promise<Server> => ({
  tail: await startTail(open, [...commitments.readers, ...clocks.readers, ...readers]),
  jobs: startJobs(open, [...commitments.workers, ...clocks.workers, ...workers]),
})
const stopServer = async ({ tail, jobs }: Server): Promise<void> => {
  await jobs.stop()
  await tail.stop()
}

class House {
  servers: Server[] = []
  cases: CaseId[] = []
  owed: Owed[] = []
  readonly office: TestOffice
  constructor(office: TestOffice) {
    this.office = office
  }

  // What is past its moment now, and was watched by somebody, must ring.
  async settle(): Promise<void> {
    for (let round = 0; round < 3; round++)
      for (const { tail, jobs } of this.servers) {
        await tail.settled()
        await jobs.settled()
      }
    if (this.servers.length > 0) this.#markPast()
  }
  #markPast(): void {
    for (const each of this.owed) if (!each.over && this.isPast(each)) each.rings = true
  }
  isPast({ due }: Owed): boolean {
    return Temporal.Instant.compare(this.office.clock.now(), due) >= 0
  }
  // Ended at or after its moment, it was broken first, even where nobody watched: for a promise. A task is late when its answer is.
  end(each: Owed): void {
    if (this.isPast(each)) each.rings = true
    each.over = true
  }
  open(is: Owed['is'], at: number): Owed | undefined {
    const some = this.owed.filter((each) => each.is === is && !each.over)
    return some[at % some.length]
  }
}

type Step = (house: House, n: number) => Promise<void>
const asAnna = ({ office }: House) => office.as(office.anna)
const inHours = (house: House, n: number): Temporal.Instant => house.office.clock.now().add({ minutes: 5 + (n % 700) })

const steps: Record<string, Step> = {
  arrive: async (house) => void house.cases.push(await house.office.arrive()),
  promise: async (house, n) => {
    const due = inHours(house, n)
    const made = await house.office.work(
      (work) =>
        commitments.promise(work, {
          case: house.cases[n % house.cases.length]!,
          what: 'Vous rappeler',
          due: { at: String(due) },
        }),
      asAnna(house),
    )
    house.owed.push({ is: 'promise', id: made.id, due: Temporal.Instant.from(made.due_at), rings: false, over: false })
  },
  keep: async (house, n) => {
    const one = house.open('promise', n)
    if (!one) return
    await house.office.work((work) => commitments.keep(work, { id: one.id as never }), asAnna(house)) // the id came from promise
    house.end(one)
  },
  task: async (house, n) => {
    const made = await house.office.work(
      (work) => ask(work, { case: house.cases[n % house.cases.length]!, asked: { person: house.office.emile }, title: 'Le prix ?', deadline: { at: String(inHours(house, n)) }, knowingly: true }),
      asAnna(house),
    ) // prettier-ignore
    house.owed.push({ is: 'task', id: made.id, due: Temporal.Instant.from(made.due_at!), rings: false, over: false })
  },
  answerTask: async (house, n) => {
    const one = house.open('task', n)
    if (!one) return
    const { office } = house
    await office.work(
      (work) => answer(work, { id: one.id as TaskId, text: '12 €', uploads: [], told: false }),
      office.as(office.emile),
    )
    one.over = true // an answer that is late is said with the answer, unless the clock has said it before
  },
  cancel: async (house, n) => {
    const one = house.open('task', n)
    if (!one || n % 3) return
    await house.office.work((work) => cancel(work, { id: one.id as TaskId, because: 'Inutile' }), asAnna(house))
    one.over = true
  },
  reply: async (house, n) => {
    const of = house.cases[n % house.cases.length]!
    await house.office.work((work) => cases.reply(work, { id: of, text: 'Elle part demain.', cc: [], uploads: [], undo_seconds: 0, close: false }), asAnna(house)) // prettier-ignore
  },
  pass: async (house, n) => {
    house.office.clock.advance({ minutes: 1 + (n % 240) })
    await house.settle()
  },
  jumpAhead: async (house) => {
    house.office.clock.advance({ minutes: 61 })
    await house.settle()
  },
  jumpBack: async (house) => {
    house.office.clock.advance({ minutes: -60 })
    await house.settle()
  },
  restart: async (house) => {
    for (const server of house.servers.splice(0)) await stopServer(server)
    house.servers.push(await startServer(house.office))
  },
  second: async (house) => {
    if (house.servers.length < 2) house.servers.push(await startServer(house.office))
  },
  sleep: async (house) => {
    for (const server of house.servers.splice(0)) await stopServer(server)
  },
}
const bag = ['arrive', 'promise', 'promise', 'promise', 'keep', 'task', 'task', 'task', 'answerTask', 'cancel', 'reply', 'pass', 'pass', 'pass', 'pass', 'jumpAhead', 'jumpBack', 'restart', 'second', 'sleep', 'restart'] // prettier-ignore

/** mulberry32 (T. Ettinger, 2017; public domain). */
function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}

async function walk(seed: number, length: number): Promise<House> {
  const house = new House(await testOffice())
  await steps['arrive']!(house, 0)
  await steps['restart']!(house, 0)
  const next = random(seed)
  for (let n = 0; n < length; n++) await steps[bag[next() % bag.length]!]!(house, next() % 9_973)
  if (house.servers.length === 0) await steps['restart']!(house, 0)
  for (let day = 0; day < 4; day++) {
    house.office.clock.advance({ hours: 13 })
    await house.settle()
  }
  for (const server of house.servers.splice(0)) await stopServer(server)
  return house
}

const twice = (all: readonly string[]): string[] => all.filter((each, at) => all.indexOf(each) !== at)

test(`of ${STEPS} random steps (seed ${SEED}) every timer that was to ring rang once, and no other`, async () => {
  const { office, owed } = await walk(SEED, STEPS)
  const [broken, late] = [await office.heard(promiseBroken), await office.heard(taskLate)]
  const rang = [...broken.map(({ promise_id }) => promise_id), ...late.map(({ task_id }) => task_id)] as string[]
  assert.ok(owed.filter(({ rings }) => rings).length > 10, 'the history must have had moments that passed')
  assert.deepEqual(twice(rang), [], 'nothing rings twice')
  assert.deepEqual(rang.toSorted(), owed.filter(({ rings }) => rings).map(({ id }) => id).toSorted()) // prettier-ignore
  const reminders = [
    ...(await office.heard(promiseDueSoon)).map((each) => each.promise_id),
    ...(await office.heard(taskDueSoon)).map((each) => each.task_id),
  ]
  assert.deepEqual(twice(reminders), [], 'nobody is reminded twice')
  const told = [...(await office.heard(clockWarned)).map((each) => `warned ${each.clock_id}`), ...(await office.heard(clockBreached)).map((each) => `late ${each.clock_id}`), ...(await office.heard(clockSilent)).map((each) => `silent ${each.case_id} ${each.since}`), ...(await office.heard(clockEscalated)).map((each) => `step ${each.escalation_id} ${each.step}`)] // prettier-ignore
  assert.ok(told.length > 0, 'the clocks of the cases ran too')
  assert.deepEqual(twice(told), [], 'no clock, no silence and no step of a ladder speaks twice')
})
