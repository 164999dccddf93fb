// Stopping in time although somebody else's work is under way.
import type { Keeper } from './mailbox.ts'

const LAST_GRACE = 1_500

// A keeper that hangs must not keep us from stopping: what it has not committed by then comes again next time.
export function letGoOnStop(keeper: Keeper, signal: AbortSignal): Keeper {
  const bounded = async <Result>(work: Promise<Result>): Promise<Result> => {
    const stop = Promise.withResolvers<never>()
    let grace: NodeJS.Timeout | undefined
    const letGo = () => (grace = setTimeout(() => stop.reject(signal.reason), LAST_GRACE))
    signal.addEventListener('abort', letGo, { once: true })
    try {
      return await Promise.race([work, stop.promise])
    } finally {
      clearTimeout(grace)
      signal.removeEventListener('abort', letGo)
      stop.promise.catch(() => {})
    }
  }
  return {
    readState: () => bounded(keeper.readState()),
    begin: (state) => bounded(keeper.begin(state)),
    keep: (arrival) => bounded(keeper.keep(arrival)),
    unfetchable: (report) => bounded(keeper.unfetchable(report)),
    ...(keeper.unsettled && {
      unsettled: (uidValidity: number) => bounded(keeper.unsettled?.(uidValidity) ?? Promise.resolve([])),
    }),
  }
}
