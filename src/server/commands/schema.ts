import { scenarioSchema } from '#rehearsal/engine'
import { reportShape } from '#rehearsal/contract'
import { forecastReportSchema, forecastSchema } from '#forecasting/engine'
import { rulebookShape } from '#routing/contract'
import { z } from 'zod'
import { scheduleReportSchema, scheduleSchema } from './schedule-schemas.ts'
import { erlangReportSchema, erlangSchema, staffReportSchema, staffSchema } from './staffing-schemas.ts'

const schemas: Readonly<Record<string, () => object>> = {
  rehearse: scenarioSchema,
  'rehearse-report': () => z.toJSONSchema(reportShape, { reused: 'ref' }),
  erlang: erlangSchema,
  'erlang-report': erlangReportSchema,
  staff: staffSchema,
  'staff-report': staffReportSchema,
  forecast: forecastSchema,
  'forecast-report': forecastReportSchema,
  schedule: scheduleSchema,
  'schedule-report': scheduleReportSchema,
  rulebook: () => z.toJSONSchema(rulebookShape, { io: 'input', reused: 'ref' }),
}

const help = `guichet schema ${Object.keys(schemas).join(' | ')}
  Prints the JSON Schema of what a command reads (its name), of what it answers with --json (its name and -report), or of a document (rulebook).
`

export async function run(args: string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(help)
    return 0
  }
  const schema = args.length === 1 && Object.hasOwn(schemas, args[0]!) ? schemas[args[0]!] : undefined // there is one
  if (!schema) {
    process.stderr.write(
      `guichet schema: say one of ${Object.keys(schemas).join(', ')}, as in \`npx guichet schema rehearse\`.\n`,
    )
    return 2
  }
  process.stdout.write(`${JSON.stringify(schema(), null, 1)}\n`)
  return 0
}
