// Which queues are open now: their hours, and over these what whoever runs the floor said by hand.
import * as calendars from '#calendars'
import type { Work } from '#base/work'
import type { Queue } from '../contract/queue.ts'
import { isOpenInWeek } from '../rules/open-at.ts'
import { hoursWords } from './store.ts'

export type OpenNow = { open: boolean; until: Temporal.Instant | null } // until: of what was said by hand

const MOST_CALENDARS = 200

export async function openNow(work: Work, queues: readonly Queue[]): Promise<Map<string, OpenNow>> {
  const words = new Map((await hoursWords(work)).map((word) => [word.queue, word]))
  const asked = queues.some(({ hours }) => hours.kind === 'calendar')
  const kept = asked ? (await calendars.listCalendars(work, { limit: MOST_CALENDARS })).items : []
  const byHours = ({ hours }: Queue): boolean => {
    if (hours.kind === 'always') return true
    if (hours.kind === 'weekly') return isOpenInWeek(hours, work.now.epochMilliseconds)
    const calendar = kept.find(({ id }) => id === hours.calendar)
    return calendar ? calendars.isOpen(calendar, work.now) : true
  }
  return new Map(
    queues.map((queue) => {
      const word = words.get(queue.key)
      return [queue.key, word ? { open: word.opens === 1, until: word.until_at } : { open: byHours(queue), until: null }]
    }),
  )
}
