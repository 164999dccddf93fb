// What is wrong with a scenario, in sentences: where, and what to write instead.
export type Trouble = { path: string; message: string }

export function oneOf(what: string, written: string, known: readonly string[]): string {
  if (known.length === 0) return `there is no ${what} “${written}”, nor any other: leave it out`
  const shown = known.slice(0, 12).map((name) => `“${name}”`)
  return `there is no ${what} “${written}”: write ${shown.join(', ')}${known.length > shown.length ? ` or one of ${known.length - shown.length} others` : ''}`
}

export function repeated(names: readonly string[], path: string, what: string): Trouble[] {
  const again = names.findIndex((name, i) => names.indexOf(name) < i)
  return again < 0
    ? []
    : [{ path: `${path}.${again}.name`, message: `two ${what} are called “${names[again]}”: give one of them another name` }]
}
