// Linear equations of a symmetric positive definite matrix. Pure.

/**
 * Solves A x = b by Cholesky's decomposition. `a` is n × n row by row, of which only the lower half is read; both arguments are overwritten, `b`
 * with the solution. A direction in which A is flat keeps 0.
 */
export function solved(a: Float64Array, b: Float64Array): Float64Array {
  const n = b.length
  const at = (row: number, column: number) => a[row * n + column] ?? 0
  for (let j = 0; j < n; j++) {
    let diagonal = at(j, j)
    for (let k = 0; k < j; k++) diagonal -= at(j, k) ** 2
    const root = diagonal > 1e-12 ? Math.sqrt(diagonal) : Number.POSITIVE_INFINITY
    a[j * n + j] = root
    for (let i = j + 1; i < n; i++) {
      let sum = at(i, j)
      for (let k = 0; k < j; k++) sum -= at(i, k) * at(j, k)
      a[i * n + j] = sum / root
    }
  }
  for (let i = 0; i < n; i++) {
    let sum = b[i] ?? 0
    for (let k = 0; k < i; k++) sum -= at(i, k) * (b[k] ?? 0)
    b[i] = sum / at(i, i)
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = b[i] ?? 0
    for (let k = i + 1; k < n; k++) sum -= at(k, i) * (b[k] ?? 0)
    b[i] = sum / at(i, i)
  }
  return b
}
