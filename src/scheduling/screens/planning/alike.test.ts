import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PersonId } from '#base/contract'
import type { TroubleSaid } from '../../contract/names.ts'
import { alikeOf } from './alike.ts'

const said = (code: string, name: string, hard = true): TroubleSaid => ({
  code,
  hard,
  person: name as PersonId,
  name,
  day: '2026-11-23',
  shift: null,
  fr: '',
  en: '',
}) // a name will do

test('remarks that are alike are one, with whom they concern most; what stands in the way goes first, hours of contracts last', () => {
  const one = alikeOf([said('contract_hours_less', 'Ana', false), said('short_notice', 'Bo', false), said('overlap', 'Ana'), said('overlap', 'Bo'), said('overlap', 'Bo')])
  assert.deepEqual(one.map(({ code, items }) => [code, items.length]), [['overlap', 3], ['short_notice', 1], ['contract_hours_less', 1]])
  assert.deepEqual(one[0]?.names, [{ name: 'Bo', count: 2 }, { name: 'Ana', count: 1 }])
}) // prettier-ignore
