// Runs inside the program before it: when the process that started us is gone without a word (kill -9), stop as if asked to.
import { readFileSync } from 'node:fs'

const leader = Number(process.env.GUICHET_FOLLOWS)
delete process.env.GUICHET_FOLLOWS

if (leader > 1) {
  const above = leaderOfShell(leader)
  const watch = setInterval(() => {
    if (process.ppid === leader && leaderOfShell(leader) === above) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  watch.unref()
}

// npm runs a script in a shell, and the shell survives npm: whose child it is tells. Any other parent is followed as it is.
function leaderOfShell(pid) {
  try {
    const [, name, rest] = /^\d+ \((.*)\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))
    return /^(sh|dash|bash|ash|busybox)$/.test(name) ? Number(rest.split(' ')[1]) : undefined
  } catch {
    return undefined // no such place to look on this system
  }
}
