import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PersonId } from '#base/contract'
import type { ShiftId } from './contract.ts'
import { sayChanges } from './rules/say-changes.ts'

const shift = { shift: 's' as ShiftId, person: 'p' as PersonId, day: '2026-11-27' } // ids are not looked at
const evening = { starts_at: '2026-11-27T16:30:00Z', ends_at: '2026-11-27T19:00:00Z' }

test('a French reader is told from when to when: « de 17 h 30 à 20 h »', () => {
  const said = (change: 'new' | 'gone') =>
    sayChanges([{ ...shift, change, before: change === 'gone' ? evening : null, after: change === 'new' ? evening : null }], {
      zone: 'Europe/Paris',
      first: false,
      note: '',
    })
  assert.match(said('new').fr.replaceAll(/\s/g, ' '), /vous travaillez de 17 h 30 à 20 h\.$/)
  assert.match(said('gone').fr.replaceAll(/\s/g, ' '), /vous ne travaillez plus de 17 h 30 à 20 h\.$/)
  assert.match(said('new').en, /you work 17:30–20:00\.$/)
})
