import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mailboxOf } from './mailbox-of.ts'

test('addresses that lead to one mailbox are one, others stay apart', () => {
  for (const address of ['Jeanne@Client.example', 'jeanne+1@client.example', 'jeanne+a+b@client.example'])
    assert.equal(mailboxOf(address), 'jeanne@client.example')
  assert.notEqual(mailboxOf('jean+ne@client.example'), mailboxOf('jeanne@client.example'))
})

test('what is no address, or all tag, is itself', () => {
  assert.equal(mailboxOf('+@client.example'), '+@client.example')
  assert.equal(mailboxOf('jeanne'), 'jeanne')
  assert.equal(mailboxOf(''), '')
})
