// Children of the set-up. Ctrl-C in a terminal reaches the whole group by itself; a signal sent to us alone is passed on.
import { spawn } from 'node:child_process'

const passedOn = ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGUSR2']

export function run(program, args, options = {}) {
  const { started, ...rest } = options
  return new Promise((done, failed) => {
    const child = spawn(program, args, { stdio: 'inherit', ...rest })
    const pass = (signal) => (signal === 'SIGINT' && process.stdin.isTTY) || child.kill(signal)
    const signals = process.platform === 'win32' ? ['SIGINT'] : passedOn
    for (const signal of signals) process.on(signal, pass)
    child.once('error', failed)
    child.once('spawn', () => started?.(child.pid))
    child.once('exit', (code, signal) => {
      for (const each of signals) process.off(each, pass)
      done(code ?? 128 + (numbers[signal] ?? 9))
    })
  })
}

const numbers = { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGKILL: 9, SIGSEGV: 11, SIGTERM: 15 }
