import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { z } from 'zod'
import { openApi } from '#base/openapi'
import { allRefusals } from './refusals.ts'
import { endpointsOfRooms } from './endpoints.ts'

const page = readFileSync(new URL('../../docs/refusals.md', import.meta.url), 'utf8')
const listed = [...page.matchAll(/^\| `([\w.]+)` \| (\d{3}) \| (.*?) \| (.*?) \|$/gm)].map(([, code, status, fr, en]) => ({
  code,
  status: Number(status),
  fr,
  en,
}))

test('docs/refusals.md lists exactly the refusals there are, word for word', () => {
  const real = allRefusals.map(({ code, status, fr, en }) => ({ code, status, fr, en }))
  assert.deepEqual(
    listed,
    real.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
  )
})

test('no two refusals share a code, and each says something in both languages', () => {
  assert.equal(new Set(allRefusals.map(({ code }) => code)).size, allRefusals.length)
  for (const { code, fr, en } of allRefusals) assert.ok(fr.length > 10 && en.length > 10 && fr !== en, code)
})

test('every endpoint of the house is described in OpenAPI with its input and output', () => {
  const described = openApi(endpointsOfRooms, '0') as { paths: Record<string, Record<string, { summary: string }>> }
  const count = Object.values(described.paths).reduce((sum, methods) => sum + Object.keys(methods).length, 0)
  assert.equal(count, endpointsOfRooms.length)
  assert.ok(count > 80, `${count} endpoints`)
  assert.ok(z.string().parse(described.paths['/api/v1/cases/{id}/replies']?.['post']?.summary))
})
