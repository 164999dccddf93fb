// node setup/write-refusals.ts: writes docs/refusals.md from the contracts (a test holds the two together).
import { writeFileSync } from 'node:fs'
import { allRefusals } from '../src/server/refusals.ts'

const rows = allRefusals
  .toSorted((a, b) => (a.code < b.code ? -1 : 1))
  .map(({ code, status, fr, en }) => `| \`${code}\` | ${status} | ${fr} | ${en} |`)
const page = `# Refusals

What the API may refuse, as \`application/problem+json\` with \`code\`. Written by \`node setup/write-refusals.ts\`; a test holds it to the contracts.

| code | status | français | English |
|---|---|---|---|
${rows.join('\n')}
`
writeFileSync(new URL('../docs/refusals.md', import.meta.url), page)
