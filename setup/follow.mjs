// Runs inside the program before it: when the process that started us is gone without a word (kill -9), stop as if asked to.
const leader = Number(process.env.GUICHET_FOLLOWS)
delete process.env.GUICHET_FOLLOWS

if (leader > 1) {
  const watch = setInterval(() => {
    if (process.ppid === leader) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  watch.unref()
}
