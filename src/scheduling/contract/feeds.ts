// One's own shifts in one's own calendar: an address that is a secret. Part of the contract.
import { z } from 'zod'
import { endpoint, id, instant, nothing } from '#base/contract'

export const feedShape = z.object({ id: id<'shift_feed'>(), made_at: instant(), read_at: instant().nullable() })
export type Feed = z.infer<typeof feedShape>
const path = '/api/v1/my-shifts/feeds'
export const listFeeds = endpoint({
  method: 'GET', path, permission: 'signed-in', summary: 'The calendar addresses of mine that are alive; the addresses themselves are never shown again', input: nothing, output: z.object({ items: z.array(feedShape) }),
}) // prettier-ignore
export const postFeed = endpoint({
  method: 'POST', path, permission: 'signed-in', summary: 'A secret address for my calendar; shown once', input: nothing, output: feedShape.extend({ path: z.string() }), answersSecret: true,
}) // prettier-ignore
export const deleteFeed = endpoint({
  method: 'DELETE', path: `${path}/:id`, permission: 'signed-in', summary: 'That address shows nothing any more', input: z.object({ id: id<'shift_feed'>() }), output: nothing,
}) // prettier-ignore
export const feedEndpoints = [listFeeds, postFeed, deleteFeed]
