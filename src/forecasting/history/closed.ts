// For whoever looks at a stream: when its queue is closed.
import * as calendars from '#calendars'
import { allow } from '#access'
import type { Work } from '#base/work'
import type { ClosedHours } from '../contract.ts'
import { streamShape } from '../contract/streams.ts'
import { instantOf } from '../rules/quarters.ts'
import { wantedSpan } from '../wanted-span.ts'
import { closedIn, hoursOf } from './hours.ts'
import { sorterOf } from './streams-of.ts'
import { needQueue } from '../whose.ts'

const MOST_CALENDARS = 200

type Asked = { queue: string; channel: string; from: string; to: string }
export async function closedHours(work: Work, { queue, channel, from, to }: Asked): Promise<ClosedHours> {
  allow(work, 'workforce.read')
  await needQueue(work, queue)
  const span = wantedSpan({ from, to, step: 1 })
  const own = { ...work, actor: { kind: 'system' as const, name: 'forecasting' } } // whoever may read a forecast may see when it is closed
  const kept = (await calendars.listCalendars(own, { limit: MOST_CALENDARS })).items
  const hours = hoursOf(streamShape.parse({ queue, channel }), { queues: (await sorterOf(own)).queues, calendars: kept })
  return {
    closed: hours
      ? closedIn(hours, span).map((each) => ({ from: instantOf(each.from).toString(), to: instantOf(each.to).toString() }))
      : [],
  }
}
