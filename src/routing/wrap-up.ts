// Writing up what was said: done, or, once, longer.
import { allow } from '#access'
import { refuse, type Work } from '#base/work'
import { notWrapping, wrapUpLonger, type MySeat } from './contract.ts'
import { meOf } from './my-offers.ts'
import { showMySeat } from './my-seat.ts'
import { step } from './router/step.ts'
import { wrappingOf } from './store/item.ts'

const LONGER_SECONDS = 60

export async function wrapUp(work: Work, { done }: { done: boolean }): Promise<MySeat> {
  allow(work, 'routing.take')
  const me = meOf(work)
  const wrapping = await wrappingOf(work, [me])
  if (wrapping.length === 0 && !done) throw refuse(notWrapping, {})
  if (!done && wrapping.some(({ wrap_longer }) => wrap_longer)) throw refuse(wrapUpLonger, {})
  const facts = wrapping.map(({ id }) =>
    done ? ({ is: 'wrapped', item: id } as const) : ({ is: 'longer', item: id, seconds: LONGER_SECONDS } as const),
  )
  if (facts.length > 0) await step(work, facts)
  return await showMySeat(work, me)
}
