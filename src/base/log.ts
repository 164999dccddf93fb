// Structured lines on standard error. What people write and what opens doors never goes into a log.
import pino from 'pino'

const secret = ['password', 'token', 'secret', 'authorization', 'cookie', 'body', 'text', 'html', 'raw', 'link']

// A level nobody knows is refused by the settings, in a sentence; until they are read, the usual one serves.
const asked = process.env.GUICHET_LOG ?? ''
const level = asked === 'silent' || Object.hasOwn(pino.levels.values, asked) ? asked : 'info'

export const log = pino(
  {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: secret.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[kept out]' },
    serializers: {
      error: (error: unknown) =>
        error instanceof Error ? { message: error.message, code: (error as { code?: string }).code, stack: error.stack } : error,
    },
  },
  pino.destination({ dest: 2, sync: false }),
)
