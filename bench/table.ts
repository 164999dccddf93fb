// The figures for people: ratios first, since machines differ and are noisy.
import { cpus, totalmem } from 'node:os'
import { isMet, ratioOf, type Figure } from './figures.ts'

export type Measured = { name: string; title: string; seconds: number; figures: Figure[] }
export type Report = { at: string; machine: string; runs: number; measured: Measured[] }

export const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 1e9)} GB, Node ${process.versions.node}`

export function asTable({ at, machine: on, runs, measured }: Report): string {
  const head = ['what', 'of its floor', 'measured', 'floor', 'goal', 'peer', '']
  const rows = measured.flatMap(({ title, figures }) => [[`**${title}**`, '', '', '', '', '', ''], ...figures.map(row)])
  const widths = head.map((word, i) => Math.max(word.length, ...rows.map((cells) => cells[i]!.length)))
  const line = (cells: string[]): string => `| ${cells.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`
  return [`${at} · ${on} · medians of ${runs} runs`, '', line(head), rule, ...rows.map(line), ''].join('\n')
}

function row(figure: Figure): string[] {
  const { what, value, unit, floor, goal, peer, note } = figure
  const ratio = ratioOf(figure)
  const met = isMet(figure)
  return [
    note ? `${what} (${note})` : what,
    ratio === null ? '' : `${Math.round(ratio * 100)} %`,
    `${short(value)} ${unit}`,
    floor === undefined ? '' : `${short(floor)} ${unit}`,
    goal?.ratio !== undefined
      ? `≥ ${goal.ratio * 100} %`
      : goal?.most !== undefined
        ? `≤ ${goal.most} ${unit}`
        : goal?.least !== undefined
          ? `≥ ${goal.least} ${unit}`
          : '',
    peer === undefined ? '' : peer === null ? '–' : `${short(peer)} ${unit}`,
    met === null ? '' : met ? 'met' : 'missed',
  ]
}

function short(value: number): string {
  const size = Math.abs(value)
  if (size >= 100) return String(Math.round(value))
  return size > 0 && size < 0.01 ? value.toExponential(1) : String(Math.round(value * 100) / 100)
}
