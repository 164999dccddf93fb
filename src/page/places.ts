// What holds much memory or a long breath until it is done: so many at a time, and of one address only a few, so that somebody slow does not keep
// everybody else out.
import { network } from '#access'
import { busy } from '#base/refusal'
import { refuse } from '#base/work'

export type Places = { hold<Result>(address: string, body: () => Promise<Result>): Promise<Result> }
const OF_AN_ADDRESS = 3
const AGAIN_SECONDS = 3

export function makePlaces(most: number): Places {
  const held: string[] = []
  return {
    hold: async (address, body) => {
      const from = network(address)
      const same = held.filter((each) => each === from).length
      if (held.length >= most || same >= OF_AN_ADDRESS) throw refuse(busy, { retry_after_seconds: AGAIN_SECONDS })
      held.push(from)
      return await body().finally(() => held.splice(held.indexOf(from), 1))
    },
  }
}
