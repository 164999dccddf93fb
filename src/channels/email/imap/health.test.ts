import assert from 'node:assert/strict'
import { test } from 'node:test'
import { handClock } from '#base/clock'
import { isDead, openChart, type Health } from './health.ts'
import { mishap } from './mishap.ts'

function chart() {
  const clock = handClock('2026-11-21T20:00:00Z')
  const told: Health[] = []
  return { clock, told, chart: openChart(clock, (health) => told.push(health)), dead: () => isDead(told.at(-1)!, clock.now()) }
}

test('a mailbox is dead when it is refused', () => {
  const { chart: it, dead } = chart()
  it.enter('refused', mishap('login-refused'))
  assert.equal(dead(), true)
})

test('a mailbox is dead when it has not been seen for ten minutes, and alive again when it is', () => {
  const { clock, chart: it, dead } = chart()
  it.enter('watching')
  it.seen(0)
  clock.advance({ minutes: 10 })
  assert.equal(dead(), false)
  clock.advance({ seconds: 1 })
  assert.equal(dead(), true)
  it.seen(0)
  assert.equal(dead(), false)
})

test('a mailbox that was never reached is dead after ten minutes of trying, however often it tries', () => {
  const { clock, chart: it, dead } = chart()
  for (let minute = 0; minute < 11; minute++) {
    it.enter('waiting', mishap('unreachable'))
    clock.advance({ minutes: 1 })
  }
  assert.equal(dead(), true)
})

test('the reason goes away with the trouble', () => {
  const { told, chart: it } = chart()
  it.enter('waiting', mishap('unreachable'))
  assert.equal(told.at(-1)?.error?.code, 'unreachable')
  it.enter('watching')
  assert.equal(told.at(-1)?.error, undefined)
})
