// A name server on a table, for tests: answers what it is given, knows no other name, and fails or falls silent when told to.
export type DnsTable = Record<string, string[] | 'silent' | 'broken'> // 'TXT example.org' → its texts; 'A …', 'MX 10 mx.…'
export type FakeDns = {
  resolve: (name: string, type: string) => Promise<string[] | string[][]>
  table: DnsTable
  asked: string[]
  everything(state: 'answers' | 'silent' | 'broken'): void
}

export function openDnsWorld(table: DnsTable = {}): FakeDns {
  const asked: string[] = []
  let mood: 'answers' | 'silent' | 'broken' = 'answers'
  return {
    table,
    asked,
    everything: (state) => void (mood = state),
    async resolve(name, type) {
      const question = `${type} ${name.toLowerCase()}`
      asked.push(question)
      const records = mood === 'answers' ? table[question] : mood
      if (records === 'silent') return await new Promise(() => {})
      if (records === 'broken') throw failure('ESERVFAIL', question)
      if (records === undefined) throw failure(knows(table, name) ? 'ENODATA' : 'ENOTFOUND', question)
      // A TXT record comes as strings of at most 255 bytes (RFC 1035 §3.3.14).
      return type === 'TXT' ? records.map((text) => text.match(/.{1,255}/g) ?? ['']) : records
    },
  }
}

const knows = (table: DnsTable, name: string) =>
  Object.keys(table).some((question) => question.endsWith(` ${name.toLowerCase()}`))
const failure = (code: string, question: string) => Object.assign(new Error(`${code} ${question}`), { code })
