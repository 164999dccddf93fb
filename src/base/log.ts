// Structured lines on standard error. What people write and what opens doors never goes into a log.
import pino from 'pino'

const secret = ['password', 'token', 'secret', 'authorization', 'cookie', 'body', 'text', 'html', 'raw', 'link']

export const log = pino(
  {
    level: process.env.GUICHET_LOG ?? 'info',
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: secret.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[kept out]' },
    serializers: { error: (error: unknown) => (error instanceof Error ? { message: error.message, code: (error as { code?: string }).code, stack: error.stack } : error) },
  },
  pino.destination({ dest: 2, sync: false }),
)
