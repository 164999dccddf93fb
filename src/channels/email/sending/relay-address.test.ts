import assert from 'node:assert/strict'
import { inspect } from 'node:util'
import { test } from 'node:test'
import { parseRelayAddress, RelayAddressInvalid } from './relay-address.ts'

const understood: [string, object][] = [
  ['smtp://mx.example', { host: 'mx.example', port: 25, tls: 'if offered', verify: false, shown: 'smtp://mx.example:25' }],
  ['smtp://u:p@mx.example', { port: 587, tls: 'required', verify: true, shown: 'smtp://u@mx.example:587' }],
  ['smtps://u:p@mx.example', { port: 465, tls: 'from the start', verify: true }],
  ['smtp://u:p@127.0.0.1:2525', { host: '127.0.0.1', port: 2525, tls: 'if offered', verify: false }],
  ['smtp://[::1]:25', { host: '::1', tls: 'if offered' }],
  ['smtp://mx.example?tls=required', { tls: 'required', verify: true }],
  ['smtps://mx.example?verify=no', { verify: false }],
]
for (const [text, expected] of understood) {
  test(`${text} is understood`, () => assert.partialDeepStrictEqual(parseRelayAddress(text), expected))
}

const refused: [string, RegExp][] = [
  ['mx.example:25', /must be written as/],
  ['http://mx.example', /must be written as/],
  ['smtp://', /must be written as|no host/],
  ['smtp://mx.example:0', /port/],
  ['smtp://mx.example:99999', /must be written as/],
  ['smtp://u@mx.example', /both a user name and a password/],
  ['smtp://u:s3cr/et@mx.example', /must be written as|after its port/],
  ['smtp://u:s3cr%zzet@mx.example', /password contains a %/],
  ['smtp://u:s3cr%0aet@mx.example', /control character/],
  ['smtp://u:s3cret@mx.example?tls=if-offered', /in the clear/],
  ['smtp://mx.example?colour=blue', /unknown option/],
]
for (const [text, sentence] of refused) {
  test(`${text} is refused in a sentence without the password`, () => {
    assert.throws(
      () => parseRelayAddress(text),
      (error) =>
        error instanceof RelayAddressInvalid &&
        sentence.test(error.message) &&
        !error.message.includes('s3cr') &&
        !inspect(error).includes('s3cr'),
    )
  })
}

test('a password with special characters is read, and shown by nothing that prints', () => {
  const address = parseRelayAddress('smtp://me%40house:p%C3%A9%2F%23@mx.example')
  assert.equal(address.signIn?.user, 'me@house')
  assert.equal(address.signIn?.password(), 'pé/#')
  assert.ok(!`${inspect(address, { depth: 9, showHidden: true })}${JSON.stringify(address)}`.includes('pé'))
})
