import assert from 'node:assert/strict'
import { test } from 'node:test'
import { troubleCodes, type Trouble } from '../contract/plan-shapes.ts'
import { sayTrouble } from './say-trouble.ts'
import { sayMend, sayWhy } from './say-why.ts'

const plain = (said: string): string => said.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')
const trouble = (code: Trouble['code'], found: number, bound: number): Trouble => ({
  code,
  against: 'law',
  person: 'Ana',
  day: '2026-11-24',
  found,
  bound,
})

test('hours are said in hours and minutes, as each language writes them, never as a share of an hour', () => {
  const { fr, en } = sayTrouble({ ...trouble('weekly_rest', 33.75, 35), article: 'L3132-2' })
  assert.equal(plain(fr), '33 h 45 de repos d’affilée dans la semaine, 35 h au moins (L3132-2)')
  assert.equal(plain(en), '33 h 45 min of rest in one piece in the week, at least 35 h (L3132-2)')
  assert.equal(plain(sayTrouble(trouble('overlap', 0.5, 0)).fr), 'deux vacations se chevauchent pendant 30 min')
  assert.equal(plain(sayTrouble(trouble('too_many_days', 7, 6)).fr), '7 jours de travail dans la semaine, 6 au plus')
  assert.equal(plain(sayTrouble(trouble('contract_days_less', 1, 5)).en), '1 day in the week, the contract wants 5')
  for (const code of troubleCodes) for (const said of Object.values(sayTrouble(trouble(code, 6.25, 6)))) assert.doesNotMatch(said, /\d[.,]25\s?h| h h|undefined/, code)
}) // prettier-ignore

test('why it does not fit is one sentence: when, how many, and the cheapest mends in words', () => {
  const mend = (code: 'move_breaks' | 'overtime', times: number, lunches = 0) => ({ code, people: [], times, gain_h: 0.75, cost: 1, ...sayMend(code, { times, gain_h: 0.75, lunches }) })
  const facts = { need: 'Facturation', from: '2026-11-24T11:00:00Z', to: '2026-11-24T12:00:00Z', needed: 9, allowed: 7 }
  const { fr, en } = sayWhy(facts, [mend('move_breaks', 2, 2), mend('overtime', 1)], 'Europe/Paris')
  assert.equal(plain(fr), 'mardi 24 novembre de 12 h à 13 h, Facturation : il en faut 9, ce planning en a 7 ; au moins cher : déplacer deux déjeuners (45 min de manque en moins), ou une heure supplémentaire (45 min de manque en moins)')
  assert.equal(plain(en), 'Tuesday 24 November from 12:00 to 13:00, Facturation needs 9, this plan has 7; cheapest mends: move two lunches (45 min fewer missing), or one hour of overtime (45 min fewer missing)')
  assert.match(plain(sayMend('move_breaks', { times: 3, gain_h: 1, lunches: 1 }).fr), /^déplacer trois pauses et déjeuners/)
  assert.match(plain(sayMend('move_breaks', { times: 1, gain_h: 1 }).en), /^move one break \(1 h fewer missing\)/)
}) // prettier-ignore
