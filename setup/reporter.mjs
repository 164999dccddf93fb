// Node's own reporter without its closing lines: several runs make one `npm test`, which adds them up and closes once.
import { writeFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { spec } from 'node:test/reporters'

const closing = /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+$/

async function* withoutClosing(events) {
  for await (const event of events) {
    if (event.type === 'test:summary' && event.data.file === undefined)
      writeFileSync(process.env.GUICHET_TEST_COUNTS, JSON.stringify(named(event.data.counts)))
    const closes = event.type === 'test:diagnostic' && event.data.nesting === 0 && closing.test(event.data.message)
    if (!closes) yield event
  }
}

const named = ({ passed, failed, ...rest }) => ({ ...rest, pass: passed, fail: failed })

// oxlint-disable-next-line import/no-default-export -- the form node's runner asks of a reporter
export default async function* report(events) {
  yield* Readable.from(withoutClosing(events)).pipe(new spec())
}
