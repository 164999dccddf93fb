// Columns of numbers that grow by doubling: the memory of the engine follows the most items that were ever there at once.
export function longerBytes(column: Uint8Array, size: number): Uint8Array {
  const longer = new Uint8Array(size)
  longer.set(column)
  return longer
}
export function longerInts(column: Int32Array, size: number): Int32Array {
  const longer = new Int32Array(size)
  longer.set(column)
  return longer
}
export function longerFloats(column: Float64Array, size: number): Float64Array {
  const longer = new Float64Array(size)
  longer.set(column)
  return longer
}

/** Where the lowest set bit stands; 32 for none. */
export const lowestBit = (bits: number): number => (bits === 0 ? 32 : 31 - Math.clz32(bits & -bits))

/** How many bits are set (Hacker's Delight, 5-1). */
export function countBits(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
