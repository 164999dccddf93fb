// More or less traffic than came. Fewer: some are left out, by chance. More: some come twice, the second within a quarter of an hour of the first, so
// that the day keeps its shape. The same seed chooses the same.
const WITHIN_S = 900

export type ChosenContact = { place: number; later_s: number }

export function factorOf(places: readonly number[], { factor, seed }: { factor: number; seed: number }): ChosenContact[] {
  if (factor === 1) return places.map((place) => ({ place, later_s: 0 }))
  return places.flatMap((place) => {
    const times = Math.floor(factor) + (chance(place, seed) < factor % 1 ? 1 : 0)
    return Array.from({ length: times }, (_, copy) => ({
      place,
      later_s: copy === 0 ? 0 : (chance(place * 31 + copy, seed + 1) * 2 - 1) * WITHIN_S,
    }))
  })
}

/** A number of 0…1 that looks drawn, and is always the same for the same two: the finaliser of MurmurHash3. */
function chance(place: number, seed: number): number {
  let h = Math.imul(place ^ Math.imul(seed + 0x9e3779b9, 0x85ebca6b), 0xcc9e2d51)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return ((h ^ (h >>> 16)) >>> 0) / 4_294_967_296
}
