// Numbers as a terminal shows them: three or four digits that count, – where there is none.
const said = (value: number, digits: number): string => {
  const [whole = '', rest] = value.toFixed(digits).split('.')
  return whole.replaceAll(/\B(?=(\d{3})+$)/g, ' ') + (rest === undefined ? '' : `.${rest}`)
}
const digitsOf = (value: number): number => (Number.isInteger(value) ? 0 : value >= 100 ? 1 : value >= 0.1 ? 2 : 4)

export const count = (value: number | null | undefined): string =>
  value === null || value === undefined ? '–' : said(value, digitsOf(value))
export const seconds = (value: number | null): string => (value === null ? '–' : `${count(value)} s`)
// What is not all is never shown as 100 %, nor what is something as 0 %.
const FINEST = 6
export function percent(value: number | null): string {
  if (value === null) return '–'
  const share = value * 100
  let digits = value === 0 || value === 1 ? 0 : value > 0.0995 ? 1 : 2
  while (digits < FINEST && isRoundedAway(share, digits)) digits++
  if (isRoundedAway(share, digits)) return value < 0.5 ? '< 0.000001 %' : '> 99.999999 %'
  return `${said(share, digits)} %`
}
const isRoundedAway = (share: number, digits: number): boolean =>
  (share < 100 && Number(share.toFixed(digits)) === 100) || (share > 0 && Number(share.toFixed(digits)) === 0)
