import { inspectHtmlFile, inspectMailFile } from '#channels'
import { defaultCountry, isCountry, readPhone } from '#customers'

const help = `guichet inspect mail FILE… | html FILE… | phone NUMBER… [--country FR]
  One JSON line each: a mail as it would be understood, HTML as it would be shown, a number as it would be dialled. A broken file has a
  line that says so.
`

export async function run(args: string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(help)
    return 0
  }
  const [kind, ...rest] = args
  if (kind === 'phone') return inspectPhones(rest)
  if (kind !== 'mail' && kind !== 'html') return wrong('say what to look at: mail, html or phone')
  const option = rest.find((arg) => arg.startsWith('--'))
  if (option) return wrong(`there is no option ${option} here (a file of that name is written ./${option})`)
  if (rest.length === 0) return wrong('say which files')
  const look = kind === 'mail' ? inspectMailFile : inspectHtmlFile
  for (const file of rest) print(await look(file))
  return 0
}

function inspectPhones(args: readonly string[]): number {
  const numbers: string[] = []
  let country: string = defaultCountry
  for (let i = 0; i < args.length; i++) {
    const [name = '', inline] = (args[i] ?? '').split(/=(.*)/s)
    if (name === '--country') country = (inline ?? args[++i] ?? '').toUpperCase()
    else if (name.startsWith('--')) return wrong(`there is no option ${name}`)
    else numbers.push(args[i]!) // within the bounds of the loop
  }
  if (!isCountry(country))
    return wrong(`--country must be a country code of two letters, such as FR${country ? ` (it is "${country}")` : ''}`)
  if (numbers.length === 0) return wrong('say which numbers')
  for (const number of numbers) print(readPhone(number, country))
  return 0
}

const print = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`)

function wrong(mend: string): number {
  process.stderr.write(
    `guichet inspect: ${mend}, as in \`npx guichet inspect mail letter.eml\` or \`npx guichet inspect phone 0612345678\`.\n`,
  )
  return 2
}
