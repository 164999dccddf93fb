// Which commands there are. What the program itself does (start, doctor, backup …) is run by the pinned Node and answers its own
// --help; what a developer does (test, check, bench) is done here.
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { root } from './root.mjs'
import { wrongCall } from './sentence.mjs'

const summaries = {
  start: ['start [--demo]', 'serve: the desk, the doors for mail, the API; --demo furnishes a made-up centre'],
  demo: ['demo remove', 'remove that made-up centre with everything in it'],
  doctor: ['doctor [--json]', 'check data, mail doors, clocks, queues and disk'],
  key: ['key create --role ROLE', 'print a key for the API, once'],
  link: ['link create', 'print a one-time sign-in link'],
  backup: ['backup FILE', 'write a consistent copy of everything, while serving or not'],
  restore: ['restore FILE', 'bring such a copy back into an empty data folder'],
  inspect: ['inspect mail FILE…', 'read mail, HTML, phone numbers as Guichet would; one JSON line each'],
  rehearse: ['rehearse SCENARIO.json', 'what if: play a period of contacts under other rules, staff or hours'],
  erlang: ['erlang QUESTION.json', 'how many people, calls or lines: Erlang B, C and A, chats, patience as measured'],
  forecast: ['forecast ASK.json', 'how many will come, interval by interval: the best of several methods on the past'],
  staff: ['staff INTERVALS.json', 'how many people each interval takes, by targets and shrinkage'],
  schedule: ['schedule WEEK.json', 'who works when, within contracts and the law; why it does not fit'],
  schema: ['schema NAME', 'print the JSON Schema of what a command reads (NAME) or answers (NAME-report)'],
  test: ['test [FILE…]', 'run the tests, or only those of the files or folders named'],
  check: ['check', 'format, lint, types and tests: everything that must be green'],
  bench: ['bench [NAME…]', 'measure, each figure beside its floor'],
}
const ofDevelopers = {
  test: async (rest) => (await import('./test.mjs')).test(rest),
  check: async (rest) => (await import('./check.mjs')).check(rest),
  bench: async (rest) => (await import('./bench.mjs')).bench(rest),
}

export async function commandOf([name, ...rest]) {
  if (name === undefined) throw wrongCall('which command? `npm start` serves, `npx guichet --help` lists them all.')
  if (name === '--help' || name === '-h' || name === 'help') return print(overview())
  if (name === '--version' || name === '-v')
    return print(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version)
  if (!known().includes(name))
    throw wrongCall(
      `there is no ${name.startsWith('-') ? 'option' : 'command'} "${name}"${hint(name)}; \`npx guichet --help\` lists them all.`,
    )
  if (!Object.hasOwn(ofDevelopers, name)) return (await import('./serve.mjs')).serve(name, rest)
  if (rest.includes('--help') || rest.includes('-h')) return print(`guichet ${summaries[name][0]}\n  ${summaries[name][1]}`)
  return await ofDevelopers[name](rest)
}

function known() {
  const ofTheProgram = filesIn('src/server/commands').filter((file) => /^[a-z]+\.ts$/.test(file))
  return [...new Set([...Object.keys(summaries), ...ofTheProgram.map((file) => file.slice(0, -3))])]
}

function filesIn(folder) {
  try {
    return readdirSync(path.join(root, folder))
  } catch {
    return [] // a checkout without the program still has its developer's commands
  }
}

function hint(name) {
  const near = known().find((other) => other.startsWith(name.slice(0, 2)) || letters(name) === letters(other))
  return near ? `, did you mean "${near}"` : ''
}

const letters = (word) => [...word].toSorted((a, b) => a.localeCompare(b)).join('')

function overview() {
  const others = known().filter((name) => !Object.hasOwn(summaries, name))
  const lines = [...Object.values(summaries), ...others.map((name) => [name, ''])]
  return [
    'guichet COMMAND',
    '',
    ...lines.map(([call, words]) => `  ${call.padEnd(24)} ${words}`.trimEnd()),
    '',
    'Every command answers --help.',
  ].join('\n')
}

function print(words) {
  process.stdout.write(`${words}\n`)
  return 0
}
