// Loaded before a server under test: its readers are the planted one, which a mail can order to hang, to eat memory or to die.
import children from 'node:child_process'
import { syncBuiltinESMExports } from 'node:module'

const { spawn } = children
children.spawn = (program, args, options) =>
  spawn(program, args.map((arg) => arg.replace(/reader-process\.ts$/, 'planted-reader.ts')), options) // prettier-ignore
syncBuiltinESMExports()
