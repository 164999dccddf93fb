import assert from 'node:assert/strict'
import { test } from 'node:test'
import { boundedResolver, rationed, type Resolve } from './resolver.ts'

const missing = Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })
const broken = Object.assign(new Error('server failure'), { code: 'ESERVFAIL' })
const silent = new Promise<string[]>(() => {})

function world(answer: (question: string) => Promise<string[]>) {
  const asked: string[] = []
  let time = 0
  const ask: Resolve = (name, type) => (asked.push(`${type} ${name}`), answer(`${type} ${name}`))
  return { asked, ask, now: () => time, pass: (milliseconds: number) => void (time += milliseconds) }
}

test('an answer is remembered for a while, and "no such name" too', async () => {
  const { asked, ask, now, pass } = world(async (question) => (question.includes('nobody') ? Promise.reject(missing) : ['yes']))
  const resolve = boundedResolver(ask, now, { rememberMilliseconds: 1_000 })
  for (let n = 0; n < 3; n++) {
    assert.deepEqual(await resolve('a.example', 'TXT'), ['yes'])
    await assert.rejects(resolve('nobody.example', 'TXT'), { code: 'ENOTFOUND' })
  }
  assert.equal(asked.length, 2)
  pass(1_001)
  await resolve('a.example', 'TXT')
  assert.equal(asked.length, 3)
})

test('the memory has a bound', async () => {
  const { asked, ask, now } = world(async () => ['yes'])
  const resolve = boundedResolver(ask, now, { remembered: 2 })
  for (const name of ['a', 'b', 'c', 'c', 'b', 'a']) await resolve(name, 'A')
  assert.deepEqual(asked, ['A a', 'A b', 'A c', 'A a'])
})

test('a silent name server is not waited for', async () => {
  const { ask, now } = world(() => silent)
  await assert.rejects(boundedResolver(ask, now, { milliseconds: 5 })('a.example', 'A'), { code: 'ETIMEOUT' })
})

test('when DNS is dead it is left alone for a while, then tried again', async () => {
  let alive = false
  const { asked, ask, now, pass } = world(() => (alive ? Promise.resolve(['yes']) : Promise.reject(broken)))
  const resolve = boundedResolver(ask, now, { failuresBeforeRest: 3, restMilliseconds: 1_000 })
  for (let n = 0; n < 10; n++) await assert.rejects(resolve(`${n}.example`, 'A'), { code: 'ETIMEOUT' })
  assert.deepEqual(asked, ['A 0.example', 'A 1.example', 'A 2.example', 'NS .'])
  alive = true
  await assert.rejects(resolve('a.example', 'A'), { code: 'ETIMEOUT' })
  pass(1_001)
  assert.deepEqual(await resolve('a.example', 'A'), ['yes'])
})

test('a sender whose own name servers are dead cannot switch off the checks for others', async () => {
  const { ask, now } = world(async (question) => (question.includes('evil') ? Promise.reject(broken) : ['yes']))
  const resolve = boundedResolver(ask, now, { failuresBeforeRest: 3 })
  for (let n = 0; n < 20; n++) await assert.rejects(resolve(`${n}.evil.example`, 'A'), { code: 'ETIMEOUT' })
  assert.deepEqual(await resolve('honest.example', 'A'), ['yes'])
})

test('one message has so many questions and so much time', async () => {
  const few = rationed(async () => ['yes'], 1_000, 2)
  await few('a', 'A')
  await few('b', 'A')
  await assert.rejects(few('c', 'A'), { code: 'ENODATA' })
  await assert.rejects(rationed(() => silent, 5, 10)('a', 'A'), { code: 'ETIMEOUT' })
})
