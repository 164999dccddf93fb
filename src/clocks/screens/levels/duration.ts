// Lengths of time as people write them: "4 h", "1 h 30", "45 min", "90". Hours and minutes only: a working day has no length of its own.

/** Minutes, or null for nothing written; undefined when it is not understood. */
export function readDuration(written: string): number | null | undefined {
  const text = written
    .trim()
    .toLowerCase()
    .replaceAll(',', '.')
    .replaceAll(/[\s\u00a0\u202f]+/g, '')
  if (text === '') return null
  const found = /^(?:(\d+(?:\.\d+)?)h(?:eures?|ours?)?)?(?:(\d+)(?:m(?:in(?:utes?)?)?)?)?$/.exec(text)
  if (!found || (found[1] === undefined && found[2] === undefined)) return undefined
  const minutes = Math.round(Number(found[1] ?? 0) * 60) + Number(found[2] ?? 0)
  return minutes > 0 && minutes <= 60 * 24 * 366 ? minutes : undefined
}

export function writeDuration(minutes: number | null | undefined): string {
  if (minutes === null || minutes === undefined) return ''
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter((part) => part !== '').join(' ')
}
