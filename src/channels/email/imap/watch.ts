// Watches one mailbox for as long as it is asked to: connect, take everything that waits (oldest first), then sleep in IDLE until more
// comes. Whatever happens on the way, the answer is the same: hang up, say so, wait, connect again, and go on from the committed state.
import { setTimeout as timer } from 'node:timers/promises'
import { afterwards, type Afterwards } from './after.ts'
import { afterRefusal, afterTrouble, backoff } from './backoff.ts'
import { fetchBacklog, type Round } from './backlog.ts'
import { connect } from './connect.ts'
import { openChart, type Chart } from './health.ts'
import { openLedger, type Ledger } from './ledger.ts'
import { usualPatience, type MailboxState, type Patience, type Wait, type Watch } from './mailbox.ts'
import { mishap, mishapOf, needsAPerson, plain, Trouble } from './mishap.ts'
import { firstState, stateAnew } from './start.ts'
import { letGoOnStop } from './stop.ts'
import type { Session } from './session.ts'

const LONGEST_WISH = 1_800_000 // a server may ask us to stay away for weeks; half an hour is how long we believe it
const STEADY = Temporal.Duration.from({ minutes: 1 })

type Run = Watch & { patience: Patience; wait: Wait; chart: Chart; ledger: Ledger; after: Afterwards; failures: number }

/** Resolves, and never rejects, once `signal` is aborted: within two seconds, or with whatever transaction of the keeper is under way. */
export async function watchMailbox(watch: Watch): Promise<void> {
  const { clock, signal, log, mailbox } = watch
  let current: number | null = null
  const run: Run = {
    ...watch,
    keeper: letGoOnStop(watch.keeper, signal),
    patience: { ...usualPatience, ...watch.patience },
    wait: watch.wait ?? sleep,
    chart: openChart(clock, watch.onHealth),
    ledger: openLedger(),
    after: afterwards(mailbox.after, async (uids) => {
      if (current !== null && watch.keeper.settled) await ours(watch.keeper.settled(current, uids))
    }),
    failures: 0,
  }
  while (!signal.aborted) {
    const began = clock.now()
    try {
      await oneConnection(run, (uidValidity) => (current = uidValidity))
    } catch (error) {
      if (signal.aborted) break
      if (Temporal.Instant.compare(began.add(STEADY), clock.now()) < 0) run.failures = 0
      await retreat(run, error)
    }
  }
  log.info({ host: mailbox.host, folder: mailbox.folder }, 'mailbox: stopped watching')
}

async function retreat(run: Run, error: unknown): Promise<void> {
  const { chart, log, mailbox, wait, signal, chance = Math.random } = run
  const what = mishapOf(error, [])
  const stuck = needsAPerson(what)
  run.failures++
  chart.enter(stuck ? 'refused' : 'waiting', what)
  const own = backoff(run.failures, chance(), stuck ? afterRefusal : afterTrouble)
  const milliseconds = Math.max(own, error instanceof Trouble ? Math.min(error.retryAfter, LONGEST_WISH) : 0)
  const cause = error instanceof Trouble ? error.cause : error // its message only: a database puts whole rows into the rest
  log.warn(
    {
      host: mailbox.host,
      folder: mailbox.folder,
      code: what.code,
      said: what.said,
      attempt: run.failures,
      milliseconds,
      cause: cause instanceof Error ? plain(cause.message, []) : undefined,
    },
    'mailbox: will try again',
  )
  await wait(milliseconds, signal)
}

async function oneConnection(run: Run, opened: (uidValidity: number) => void): Promise<never> {
  const { chart, log, mailbox, keeper } = run
  const session = await connect(run)
  try {
    chart.enter('backfilling')
    log.info({ host: mailbox.host, folder: mailbox.folder, messages: session.messages }, 'mailbox: open')
    const state = await placed(run, session)
    opened(session.uidValidity)
    if (keeper.unsettled) run.after.owe(await ours(keeper.unsettled(session.uidValidity)))
    const round = roundOf(run, session, state.lastUid)
    const manner = { idle: session.client.capabilities.has('IDLE') }
    for (;;) {
      session.takeNews() // before looking, so that what is announced while we look is not lost
      await fetchBacklog(round)
      const refused = (await run.after.settle(session)) === 'refused'
      chart.enter('watching', refused ? mishap('after-refused') : undefined)
      chart.seen(0)
      await untilNews(run, session, manner)
    }
  } finally {
    session.close()
  }
}

/** Where we are in this mailbox, committed before anything is fetched. */
async function placed({ keeper, mailbox, clock, chart, ledger, after, log }: Run, session: Session): Promise<MailboxState> {
  const known = await ours(keeper.readState())
  if (known && isSameNumbering(known, session)) return known
  const state = known ? await stateAnew(session, known.since) : await firstState(session, mailbox.from, clock.now())
  if (known) {
    ledger.clear()
    after.forget()
    chart.enter('backfilling', mishap('renumbered'))
    log.warn(
      { host: mailbox.host, folder: mailbox.folder, was: known.uidValidity, is: state.uidValidity },
      'mailbox: numbered anew',
    )
  }
  await ours(keeper.begin(state))
  return state
}

// A folder restored from a backup may go back in its numbers and keep its UIDVALIDITY, against RFC 3501 §2.3.1.1: what comes next would
// carry numbers we think we hold.
function isSameNumbering({ uidValidity, lastUid }: MailboxState, session: Session): boolean {
  return uidValidity === session.uidValidity && (session.uidNext === null || session.uidNext > lastUid)
}

function roundOf(run: Run, session: Session, lastUid: number): Round {
  const { chart, ledger, after, keeper, wait, signal, chance = Math.random, log, mailbox } = run
  return {
    session, ledger, lastUid,
    keeper: {
      ...keeper,
      async unfetchable(report) {
        await keeper.unfetchable(report)
        run.failures = 0
        log.warn({ host: mailbox.host, folder: mailbox.folder, uid: report.uid, reason: report.reason }, 'mailbox: a message cannot be fetched')
      },
    },
    kept(uids) {
      after.owe(uids)
      run.failures = 0
      chart.mail(chart.health.behind)
    },
    async progress(behind) {
      if (behind > 0 && chart.health.state !== 'backfilling') chart.enter('backfilling', chart.health.error)
      chart.seen(behind)
      await after.settle(session)
    },
    pause: (attempt) => wait(backoff(attempt, chance(), afterTrouble), signal),
  } // prettier-ignore
}

/** Sleeps until the server announces something or it is time to look; proves in passing that the connection is alive. */
async function untilNews({ patience, wait, signal }: Run, session: Session, manner: { idle: boolean }): Promise<void> {
  const over = new AbortController()
  const either = AbortSignal.any([signal, over.signal])
  const idling = manner.idle ? session.client.idle().then(() => 'ended', () => 'ended') : null // prettier-ignore
  const nap = wait(manner.idle ? patience.idle : patience.poll, either).then(() => 'time')
  const woken = await Promise.race([session.news().then(() => 'news'), nap, ...(idling ? [idling] : [])])
  over.abort()
  if (woken === 'ended' && session.usable()) manner.idle = false // it offers IDLE but will not do it: look by ourselves instead
  if (session.usable()) await session.ask(session.client.noop()) // says nothing either way: only the line itself tells
  if (!session.usable()) throw session.troubleFrom(new Error('the line went dead'))
}

/** What the keeper fails at is our trouble, not the server's. */
async function ours<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    throw Object.assign(new Trouble(mishap('not-kept')), { cause: error })
  }
}

const sleep: Wait = async (milliseconds, signal) => {
  await timer(milliseconds, undefined, { signal }).catch(() => {}) // rejects when aborted, which is only another way to wake up
}
