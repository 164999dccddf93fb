// A figure as people read it: rounded to what its interval lets one believe, with ± half of the interval.
import { figureFormulas, type Figure, type FigureName, type ServiceFormula } from '../contract/report.ts'

type Formula = Exclude<FigureName, 'service_level'> | ServiceFormula
const isFormula = (name: string): name is Formula => Object.hasOwn(figureFormulas, name)

export const formulaOf = ({ formula }: Figure) => (isFormula(formula) ? figureFormulas[formula] : undefined)

export function sayFigure(figure: Figure | undefined, { signed = false }: { signed?: boolean } = {}): string {
  if (figure?.mean === undefined || figure.mean === null) return '–'
  const scale = formulaOf(figure)?.unit === 'share' ? 100 : 1
  const half = figure.low === null || figure.high === null ? null : ((figure.high - figure.low) / 2) * scale
  const value = figure.mean * scale
  const digits = digitsFor(value, half)
  const sign = signed && value > 0 ? '+' : ''
  const said = `${sign}${number(value, digits)}`
  return half === null || half === 0 ? said : `${said} ± ${number(half, digits)}`
}

// One digit more than the first that the interval moves; without an interval three that count.
function digitsFor(value: number, half: number | null): number {
  const size = half !== null && half > 0 ? half : Math.abs(value) / 10
  if (size === 0 || (half === 0 && Number.isInteger(value))) return 0
  return Math.min(4, Math.max(0, 1 - Math.floor(Math.log10(size))))
}

const number = (value: number, digits: number): string => {
  const [whole = '', rest] = Math.abs(value).toFixed(digits).split('.')
  const said = whole.replaceAll(/\B(?=(\d{3})+$)/g, ' ') + (rest === undefined ? '' : `.${rest}`)
  return value < 0 && Number(value.toFixed(digits)) !== 0 ? `−${said}` : said
}
