// Whose queues somebody reads about. Queues are of no team: whoever leads one reads what comes to all of them. A right for some brands holds for the queues
// that take these brands’ work and no other’s; a queue that takes anybody’s tells what comes to the others, and is not shown.
import * as brands from '#brands'
import * as routing from '#routing'
import { brandsFor } from '#access'
import { notFound } from '#base/refusal'
import { refuse, system, type Work } from '#base/work'
import type { Queue } from '#routing/contract'

const MOST_DOORS = 2_000
export type Sees = (queue: string) => boolean

/** Of a queue by its key; '' is what no queue takes. */
export async function queuesSeen(work: Work): Promise<Sees> {
  const own = brandsFor(work.actor, 'workforce.read')
  if (own === null) return () => true
  const queues = own.size === 0 ? [] : ((await routing.currentRulebook(work))?.document.queues ?? [])
  const doors = queues.some(({ takes }) => takes.entry_points) ? await doorsOf(work, own) : new Set<string>()
  const seen = new Set(queues.filter(({ takes }) => isTheirs(takes, { own, doors })).map(({ key }) => key))
  return (queue) => seen.has(queue)
}

/** What is of streams, as far as somebody may read about these. */
export async function ofSeen<Told extends { stream: { queue: string } }>(work: Work, told: readonly Told[]): Promise<Told[]> {
  const sees = await queuesSeen(work)
  return told.filter(({ stream }) => sees(stream.queue))
}

/** What somebody may not read about is not there for them. */
export async function needQueue(work: Work, queue: string): Promise<void> {
  if (!(await queuesSeen(work))(queue)) throw refuse(notFound, {})
}

type Own = { own: ReadonlySet<string>; doors: ReadonlySet<string> }
const isTheirs = ({ brands: some, entry_points }: Queue['takes'], { own, doors }: Own): boolean =>
  (some?.every((brand) => own.has(brand)) ?? false) || (entry_points?.every((door) => doors.has(door)) ?? false)

async function doorsOf(work: Work, own: ReadonlySet<string>): Promise<Set<string>> {
  const house = { ...work, actor: system('forecasting') }
  const { items } = await brands.listEntryPoints(house, { limit: MOST_DOORS })
  return new Set(items.filter(({ brand_id }) => own.has(brand_id)).map(({ id }) => id))
}
