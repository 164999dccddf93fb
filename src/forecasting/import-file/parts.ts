// What a file says, told apart from its days, and these queue by queue.
import { streamKey } from '../contract/streams.ts'
import type { DayCounts, ReadFile } from './read-counts.ts'

export type Told = Omit<ReadFile, 'days'>
export type Part = { of: ReadFile['streams'][number]; days: DayCounts[] }

export function inParts({ days, ...told }: ReadFile): { told: Told; parts: Part[] } {
  const ofStream = Map.groupBy(days, streamKey)
  return { told, parts: told.streams.map((of) => ({ of, days: ofStream.get(streamKey(of.stream)) ?? [] })) }
}
