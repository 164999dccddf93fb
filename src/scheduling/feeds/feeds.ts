// Secret addresses of one's own calendar: made, listed, taken back.
import { audit, makeToken } from '#access'
import { newId } from '#base/id'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { feedsEnough, type Feed, type FeedId } from '../contract.ts'
import * as store from '../store/feed.ts'
import { meOf } from '../terms/preferences.ts'

const MOST_FEEDS = 5

export async function listFeeds(work: Work): Promise<{ items: Feed[] }> {
  return {
    items: (await store.feedsOf(work, meOf(work))).map(({ id, made_at, read_at }) => ({
      id,
      made_at: made_at.toString(),
      read_at: read_at?.toString() ?? null,
    })),
  }
}

/** The address is in no other answer: of the secret only a hash is kept. */
export async function makeFeed(work: Work): Promise<Feed & { path: string }> {
  const person = meOf(work)
  if ((await store.countFeeds(work, person)).n >= MOST_FEEDS) throw refuse(feedsEnough, { most: MOST_FEEDS })
  const token = makeToken(work.tenant, 'ic_')
  const id = newId<'shift_feed'>(work.now)
  await store.insertFeed(work, { id, person, hash: token.hash })
  await audit(work, 'shift_feed.made', { about: id })
  return { id, made_at: work.now.toString(), read_at: null, path: `/ical/${token.text}.ics` }
}

export async function revokeFeed(work: Work, { id }: { id: FeedId }): Promise<object> {
  if ((await store.revokeFeed(work, id, meOf(work))) === 0) throw refuse(notFound, {})
  await audit(work, 'shift_feed.revoked', { about: id })
  return {}
}
