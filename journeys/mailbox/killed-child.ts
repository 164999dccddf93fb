// The process that is killed: watches the mailbox at this port into this file, until it is told to stop or is not asked.
import { watchMailbox } from '../../src/channels/email/imap/watch.ts'
import { wallClock } from '../../src/base/clock.ts'
import { fileKeeper } from './ledger-file.ts'
import { usualSettings } from './desk.ts'

const [port = '0', file = ''] = process.argv.slice(2)
const stop = new AbortController()
process.once('SIGTERM', () => stop.abort())
await watchMailbox({
  mailbox: { ...usualSettings({ port: Number(port) }), after: 'delete' },
  keeper: fileKeeper(file),
  onHealth: () => {},
  clock: wallClock,
  signal: stop.signal,
  log: { info: () => {}, warn: () => {} },
  patience: { part: 1024 },
})
