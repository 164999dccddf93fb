// npm run bench [NAME…] [--json] [--out FILE] [--runs N] [--large]: measures, each figure beside its floor. The table goes to standard output,
// what is being done to standard error; --json prints JSON instead, --out writes it
// to the file named.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { measures } from './all.ts'
import { asTable, machine, type Measured } from './table.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    out: { type: 'string' },
    runs: { type: 'string', default: '5' },
    large: { type: 'boolean', default: false },
  },
})
const unknown = positionals.filter((name) => !measures.some((measure) => measure.name === name))
if (unknown.length > 0 || !(Number(values.runs) >= 1)) {
  process.stderr.write(
    `usage: npm run bench -- [${measures.map(({ name }) => name).join('|')}]… [--json] [--out FILE] [--runs N] [--large]\n`,
  )
  process.exit(2)
}

const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`)
const settings = { runs: Number(values.runs), large: values.large, say }
const measured: Measured[] = []
let failed = 0
for (const { name, title, run } of measures) {
  if (positionals.length > 0 && !positionals.includes(name)) continue
  say(`${title} …`)
  const began = performance.now()
  try {
    const figures = await run(settings)
    measured.push({ name, title, seconds: Math.round((performance.now() - began) / 1_000), figures })
  } catch (error) {
    failed++
    say(`${name} could not be measured: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  }
}
const report = { at: new Date().toISOString().slice(0, 16), machine: machine(), runs: settings.runs, measured }
if (values.out) writeFileSync(values.out, `${JSON.stringify(report, null, 1)}\n`)
process.stdout.write(values.json ? `${JSON.stringify(report, null, 1)}\n` : asTable(report))
process.exitCode = failed > 0 ? 1 : 0
