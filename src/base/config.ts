// Settings come from the environment; each has a default that serves, and a bad value is one plain sentence.
import path from 'node:path'
import { z } from 'zod'
import { PlainError } from './migrate.ts'

const port = (fallback: number) =>
  z
    .string()
    .default(String(fallback))
    .refine((value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535, 'must be a number from 0 to 65535')
    .transform(Number)

const isWebAddress = (value: string): boolean => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)

const relay = z
  .string()
  .default('')
  .refine(
    (value) =>
      value === '' || (URL.canParse(value) && /^smtps?:$/.test(new URL(value).protocol) && new URL(value).hostname !== ''),
    'must look like smtp://user:password@host:587',
  )

const shape = z.object({
  GUICHET_DATA: z
    .string()
    .min(1)
    .default('./data')
    .transform((folder) => path.resolve(folder)),
  GUICHET_PORT: port(4000),
  GUICHET_HOST: z.string().min(1).default('127.0.0.1'),
  GUICHET_URL: z
    .string()
    .default('')
    .refine((value) => value === '' || isWebAddress(value), 'must look like https://desk.example.org'),
  GUICHET_SMTP_PORT: port(2525),
  GUICHET_LMTP_PORT: port(0),
  GUICHET_RELAY: relay,
  GUICHET_REQUESTS_PER_SECOND: z
    .string()
    .default('1000')
    .refine((value) => /^\d{1,7}$/.test(value), 'must be a number from 0 (no bound) to 9999999')
    .transform(Number),
  DATABASE_URL: z
    .string()
    .default('')
    .refine(
      (value) => value === '' || /^postgres(ql)?:\/\//.test(value),
      'must look like postgres://user:password@host/database',
    ),
  NATS_URL: z.string().default(''), // read by a later version; accepted, so that one settings file serves both
  GUICHET_SIP_PORT: port(5060), // likewise
  GUICHET_LOG: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be one of fatal, error, warn, info, debug, silent',
    })
    .default('info'),
})

export type Config = {
  data: string
  port: number
  host: string
  url: string
  smtpPort: number
  lmtpPort: number
  requestsPerSecond: number
  relay: string
  databaseUrl: string
  logLevel: string
}

export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== '')) // empty is as if it were not set
  const read = shape.safeParse(given)
  if (!read.success) {
    const [first] = read.error.issues
    const name = String(first?.path[0])
    throw new PlainError(
      `The setting ${name} ${first?.message ?? 'is not valid'} (it is "${hide(name, environment[name] ?? '')}").`,
    )
  }
  const found = read.data
  return {
    data: found.GUICHET_DATA, port: found.GUICHET_PORT, host: found.GUICHET_HOST, url: found.GUICHET_URL.replace(/\/$/, ''),
    smtpPort: found.GUICHET_SMTP_PORT, lmtpPort: found.GUICHET_LMTP_PORT, requestsPerSecond: found.GUICHET_REQUESTS_PER_SECOND, relay: found.GUICHET_RELAY,
    databaseUrl: found.DATABASE_URL, logLevel: found.GUICHET_LOG,
  } // prettier-ignore
}

const hide = (name: string, value: string): string => (/URL|RELAY/.test(name) ? value.replace(/\/\/.*@/, '//…@') : value)
