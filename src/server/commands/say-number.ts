// Numbers as a terminal shows them: three or four digits that count, – where there is none.
const said = (value: number, digits: number): string => {
  const [whole = '', rest] = value.toFixed(digits).split('.')
  return whole.replaceAll(/\B(?=(\d{3})+$)/g, ' ') + (rest === undefined ? '' : `.${rest}`)
}
const digitsOf = (value: number): number => (Number.isInteger(value) ? 0 : value >= 100 ? 1 : value >= 0.1 ? 2 : 4)

export const count = (value: number | null | undefined): string =>
  value === null || value === undefined ? '–' : said(value, digitsOf(value))
export const seconds = (value: number | null): string => (value === null ? '–' : `${count(value)} s`)
export const percent = (value: number | null): string =>
  value === null ? '–' : `${said(value * 100, value === 0 || value === 1 ? 0 : value > 0.0995 ? 1 : 2)} %`
