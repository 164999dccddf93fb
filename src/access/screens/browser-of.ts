// "Firefox · Linux" out of what a browser says of itself. Every browser claims to be several others; the order undoes that.
const browsers = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const
const systems = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
] as const

export function browserOf(said: string | null): string | null {
  const find = (list: readonly (readonly [RegExp, string])[]) => list.find(([sign]) => sign.test(said ?? ''))?.[1]
  const named = [find(browsers), find(systems)].filter((part) => part !== undefined)
  return named.length > 0 ? named.join(' · ') : null
}
