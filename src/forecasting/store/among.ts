// Rows of some streams: of one by its key, so that hundreds asked for one after the other do not each read all there are.
import { part } from '#base/sql'
import { readStreamKey } from '../contract/streams.ts'

/** @param keys of streams; null: all there are */
export function among(keys: readonly string[] | null) {
  if (!keys) return part``
  const streams = keys.flatMap((key) => readStreamKey(key) ?? [])
  const [one] = streams
  if (one && streams.length === 1) return part`and queue = ${one.queue} and channel = ${one.channel}`
  return part`and (queue, channel) in (select * from unnest(${streams.map(({ queue }) => queue)}::text[], ${streams.map(({ channel }) => channel)}::text[]))`
}
