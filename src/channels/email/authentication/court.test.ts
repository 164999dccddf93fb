import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openCourt } from './court.ts'

const wire = { remote: '127.0.0.1', helo: 'x', from: 'a@b.example', to: [], more: 0, protocol: 'ESMTP' }

test('an unsigned mail from this machine is nobody’s proof and costs no thread', async () => {
  const court = openCourt(new URL('data:text/javascript,throw new Error("no thread may be needed")'))
  assert.equal((await court.judge(Buffer.from('From: a@b.example\r\n\r\nhello'), wire)).verdict, 'none')
  await court.close()
})

test('a signature that kills the thread makes the sender unknown, and the next one finds a new thread', async () => {
  const court = openCourt(
    new URL('data:text/javascript,import{parentPort as p}from"node:worker_threads";p.on("message",()=>process.exit(1))'),
  )
  const signed = Buffer.from('DKIM-Signature: v=1\r\nFrom: a@b.example\r\n\r\nhello')
  assert.equal((await court.judge(signed, wire)).verdict, 'unknown')
  assert.equal((await court.judge(signed, wire)).verdict, 'unknown')
  await court.close()
})
