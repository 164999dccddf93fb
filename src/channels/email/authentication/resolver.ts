// Asking DNS without ever holding up mail: a time limit for each question, answers remembered within bounds, and no more questions
// for a while when DNS itself is dead. Nothing here is global; a process makes one of these and hands it on.
export type Resolve = (name: string, type: string) => Promise<string[] | string[][]> // like node:dns/promises resolve
export type ResolverBounds = {
  milliseconds: number // for one question
  remembered: number // answers
  rememberMilliseconds: number // an answer, and "there is no such name" alike
  failuresBeforeRest: number // in a row
  restMilliseconds: number
  waiting: number // questions under way at once
}

const bounds: ResolverBounds = {
  milliseconds: 2_000,
  remembered: 5_000,
  rememberMilliseconds: 300_000,
  failuresBeforeRest: 5,
  restMilliseconds: 30_000,
  waiting: 200,
}

type Missing = Error & { code: 'ENOTFOUND' | 'ENODATA' } // no such name, or nothing of this type under it
type Outcome = { answer: string[] | string[][] } | { missing: Missing }

/**
 * A resolver that answers, says "no such name" (ENOTFOUND, ENODATA) or fails with ETIMEOUT, within the time limit.
 *
 * It rests only when DNS as a whole is dead: after several failures in a row the root is asked too, because anybody can send mail
 * whose domains never answer, and must not be able to switch off the checks for others that way.
 * @param ask does the asking, such as `new Resolver({ timeout: 2000, tries: 1 }).resolve` of node:dns/promises
 * @param now milliseconds of a clock that never goes back
 */
export function boundedResolver(ask: Resolve, now: () => number, changes: Partial<ResolverBounds> = {}): Resolve {
  const { milliseconds, remembered, rememberMilliseconds, failuresBeforeRest, restMilliseconds, waiting } = {
    ...bounds,
    ...changes,
  }
  const memory = new Map<string, { outcome: Outcome; until: number }>()
  let failures = 0
  let restUntil = -Infinity
  let asking = 0

  async function askInTime(name: string, type: string): Promise<Outcome> {
    if (asking >= waiting) throw timeout('too many questions at once')
    asking++
    try {
      return { answer: await within(ask(name, type), milliseconds) }
    } catch (error) {
      if (isMissing(error)) return { missing: error }
      throw error
    } finally {
      asking--
    }
  }

  async function countFailure(): Promise<void> {
    if (++failures < failuresBeforeRest) return
    failures = 0
    await askInTime('.', 'NS').catch(() => (restUntil = now() + restMilliseconds))
  }

  function remember(key: string, outcome: Outcome): void {
    const [oldest] = memory.keys()
    if (memory.size >= remembered && oldest !== undefined) memory.delete(oldest)
    memory.set(key, { outcome, until: now() + rememberMilliseconds })
  }

  return async (name, type) => {
    const key = `${type} ${name.toLowerCase()}`
    const known = memory.get(key)
    if (known && known.until > now()) return told(known.outcome)
    memory.delete(key)
    if (now() < restUntil) throw timeout('DNS does not answer; not asked')
    try {
      const outcome = await askInTime(name, type)
      failures = 0
      remember(key, outcome)
      return told(outcome)
    } catch (error) {
      if (isMissing(error)) throw error
      await countFailure()
      throw timeout(error instanceof Error ? error.message : 'no answer')
    }
  }
}

/**
 * The same resolver for one part of one message's check: no question after `milliseconds` nor beyond `questions`. What is beyond the
 * number counts as missing, not as unknown: otherwise a forger could hide behind a heap of signatures.
 */
export function rationed(resolve: Resolve, milliseconds: number, questions: number): Resolve {
  const end = performance.now() + milliseconds
  let asked = 0
  return async (name, type) => {
    if (++asked > questions) throw Object.assign(new Error('too many questions for one message'), { code: 'ENODATA' })
    return await within(resolve(name, type), Math.max(0, end - performance.now()))
  }
}

function told(outcome: Outcome): string[] | string[][] {
  if ('missing' in outcome) throw Object.assign(new Error(outcome.missing.message), { code: outcome.missing.code })
  return outcome.answer
}

const isMissing = (error: unknown): error is Missing =>
  error instanceof Error && 'code' in error && (error.code === 'ENOTFOUND' || error.code === 'ENODATA')
const timeout = (why: string) => Object.assign(new Error(why), { code: 'ETIMEOUT' })

async function within<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(timeout('no answer in time')), milliseconds)
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
