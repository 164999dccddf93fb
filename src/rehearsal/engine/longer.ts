// Columns that grow by doubling.
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
