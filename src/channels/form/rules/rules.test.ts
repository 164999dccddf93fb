import assert from 'node:assert/strict'
import { test } from 'node:test'
import { definitionShape, saidOf, shownFields, type Definition, type DefinitionGiven } from '../../contract/form.ts'
import { changesOf } from './changes.ts'
import { checkAnswers } from './check.ts'
import { wrongFile } from './files.ts'
import { asText, listing, subjectOf } from './listing.ts'
import { bitsFor, openBook, PER_ADDRESS, waitFor } from './pace.ts'
import { problemsOf } from './problems.ts'
import { isProven, prove, zeroBits } from './proof.ts'
import { judge, sameness } from './spam.ts'
import { startOf } from './starts.ts'

const both = (text: string) => ({ fr: text, en: text })
const drawn = (fields: DefinitionGiven['fields'], more: Partial<DefinitionGiven> = {}): Definition =>
  definitionShape.parse({ title: both('Formulaire'), fields, ...more })
const asked = (field: string, value: string) => ({ when: 'all' as const, conditions: [{ field, test: 'is' as const, value }] })
const yesNo = [{ id: 'oui', label: both('Oui') }, { id: 'non', label: both('Non') }] // prettier-ignore

const chain = drawn([
  { id: 'a', kind: 'one', label: both('A'), options: yesNo, required: true },
  { id: 'b', kind: 'short', label: both('B'), required: true, show: asked('a', 'oui') },
  {
    id: 'c',
    kind: 'short',
    label: both('C'),
    required: true,
    show: { when: 'all', conditions: [{ field: 'b', test: 'answered' }] },
  },
])

test('a field that is not shown is neither required nor kept, and neither is what hangs on it', () => {
  const { kept, wrong } = checkAnswers({ fields: chain.fields, answers: { a: ['non'], b: ['x'], c: ['y'] } })
  assert.deepEqual([kept, wrong], [{ a: ['non'] }, []])
  const open = checkAnswers({ fields: chain.fields, answers: { a: ['oui'], b: ['x'] } })
  assert.deepEqual(open.wrong.map(({ id }) => id), ['c']) // prettier-ignore
  assert.deepEqual([...shownFields(chain.fields, { a: ['OUI '] })], ['a', 'b'])
})

test('each kind of field knows a wrong answer', () => {
  const { fields } = drawn([
    { id: 'mail', kind: 'email', label: both('m') },
    { id: 'phone', kind: 'phone', label: both('p') },
    { id: 'day', kind: 'date', label: both('d'), earliest: '2026-01-01' },
    { id: 'n', kind: 'number', label: both('n'), whole: true, max: 10 },
    { id: 'some', kind: 'many', label: both('s'), options: yesNo, most: 1 },
    { id: 'line', kind: 'short', label: both('l'), max_length: 3 },
    { id: 'agree', kind: 'consent', label: both('c'), text: both('oui'), text_version: '1', required: true },
  ])
  const wrongs = (answers: Record<string, string[]>) =>
    checkAnswers({ fields, answers: { agree: ['yes'], ...answers } }).wrong.map(({ id }) => id)
  for (const mail of ['x', 'x@y', 'x@y.z', 'a b@c.fr', 'x@y.fr\nBcc: z@z.fr', '<x@y.fr>'])
    assert.deepEqual(wrongs({ mail: [mail] }), ['mail'], mail)
  for (const phone of ['12', 'appelez-moi', '+'.repeat(9)]) assert.deepEqual(wrongs({ phone: [phone] }), ['phone'])
  for (const day of ['2026-02-30', '2025-12-31', 'hier', '0001-01-01']) assert.deepEqual(wrongs({ day: [day] }), ['day'])
  for (const n of ['11', '1,5', 'NaN', '1e3', 'Infinity']) assert.deepEqual(wrongs({ n: [n] }), ['n'])
  for (const some of [['oui', 'non'], ['oui', 'oui'], ['peut-être']]) assert.deepEqual(wrongs({ some }), ['some'])
  assert.deepEqual(wrongs({ line: ['abcd'] }), ['line'])
  assert.deepEqual(wrongs({ line: ['a', 'b'] }), ['line'])
  assert.deepEqual(wrongs({ agree: [] }), ['agree'])
  assert.deepEqual(wrongs({ __proto__x: ['1'] }), ['__proto__x'])
  assert.deepEqual(wrongs({ mail: ['camille@client.example'], phone: ['06 12 34 56 78'], day: ['2026-02-28'], n: ['10'], some: ['oui'], line: ['abc'] }), []) // prettier-ignore
})

test('a form with a circle, a lost condition, an empty choice or a consent without version cannot be published, and says why', () => {
  const told = problemsOf(drawn([
    { id: 'a', kind: 'short', label: both('A'), show: asked('b', 'x') },
    { id: 'b', kind: 'short', label: both('B'), show: asked('a', 'x') },
    { id: 'c', kind: 'short', label: both('C'), show: asked('gone', 'x') },
    { id: 'd', kind: 'one', label: both('D') },
    { id: 'e', kind: 'consent', label: both('E'), text: both('oui') },
    { id: 'e', kind: 'short', label: { fr: 'E', en: '' } },
  ], { sender: { name: null, email: 'a', phone: null } })) // prettier-ignore
  const of = (id: string): number => told.filter(({ field }) => field === id).length
  assert.ok(of('a') >= 2 && of('c') === 1 && of('d') === 1 && of('e') === 3, JSON.stringify(told))
  assert.ok(told.every(({ fr, en }) => fr !== '' && en !== ''))
  for (const start of ['contact', 'complaint'] as const)
    assert.deepEqual(problemsOf(startOf(start)), [], `${start} is whole as it is`)
})

test('what publishing changes is said in words', () => {
  const after = { ...chain, fields: [chain.fields[2]!, { ...chain.fields[0]!, label: both('Sujet') }], title: both('Autre') }
  const said = changesOf(chain, after).map(({ en }) => en)
  assert.deepEqual(said, ['Field removed: B', 'Field changed: Sujet', 'The order of the fields changes.', 'The title changes.'])
  assert.deepEqual(changesOf(chain, structuredClone(chain)), [])
  assert.equal(changesOf(null, chain).length, 1)
})

test('a subject takes the answers in, an option by its label, and what was not answered leaves no trace', () => {
  const definition = { ...chain, subject: { fr: 'Demande : {a} – {b}', en: '' } }
  assert.equal(subjectOf({ definition, answers: { a: ['oui'], b: ['Lampe'] }, language: 'fr' }), 'Demande : Oui – Lampe')
  assert.equal(subjectOf({ definition, answers: { a: ['non'] }, language: 'fr' }), 'Demande : Non')
  assert.equal(subjectOf({ definition: chain, answers: {}, language: 'fr' }), 'Formulaire')
  const dashes = `a${'–'.repeat(2_000_000)}z` // minutes, if it were trimmed whole
  assert.equal(subjectOf({ definition, answers: { b: [dashes] }, language: 'fr' }), 'Demande : – a')
  assert.equal(asText(listing({ definition, answers: { a: ['oui'], b: ['x\ny'] }, language: 'fr' })), 'A – Oui\nB\nx\ny')
})

test('a condition is said in plain words', () => {
  assert.equal(saidOf(chain.fields[1]!.show, { fields: chain.fields, language: 'fr' }), '«\u202fA\u202f» est «\u202fOui\u202f»')
  assert.equal(saidOf(chain.fields[2]!.show, { fields: chain.fields, language: 'en' }), '“B” is answered')
})

test('a file is taken for what it is', () => {
  const field = drawn([{ id: 'f', kind: 'file', label: both('F'), accepts: 'pictures', most_bytes: 1_000 }]).fields[0] as Extract<
    Definition['fields'][number],
    { kind: 'file' }
  > // as it was made
  const file = (is: Parameters<typeof wrongFile>[1]['is'], size = 10) =>
    wrongFile(field, { field: 'f', name: 'x', size, is })?.en ?? null
  assert.equal(file({ type: 'image/png' }), null)
  assert.match(file({ type: 'image/png' }, 1_001) ?? '', /larger/)
  assert.match(file({ type: 'application/pdf' }) ?? '', /not accepted/)
  assert.match(file({ type: 'image/svg+xml' }) ?? '', /not accepted/)
  for (const not of ['renamed', 'dangerous', 'empty'] as const) assert.ok(file({ not }))
})

test('a customer’s letter is no spam; links, markup and the same words from many are', () => {
  const plain = {
    trap: false,
    proven: true,
    seconds: 60,
    text: 'Bonjour, ma commande 4711 est arrivée cassée. https://photos.example/1',
    email: 'c@client.example',
    repeated: 0,
  }
  assert.deepEqual(judge(plain), { score: 0, reasons: [], suspected: false })
  assert.ok(judge({ ...plain, trap: true }).suspected)
  assert.ok(
    judge({ ...plain, text: 'BUY https://a.example https://b.example https://c.example https://d.example casino' }).suspected,
  )
  assert.ok(judge({ ...plain, repeated: 2 }).suspected)
  assert.ok(
    !judge({ ...plain, proven: false, seconds: 4, email: 'x@yopmail.com' }).suspected,
    'odd, but one odd thing is no proof',
  )
  assert.equal(sameness('Visitez http://a.example 12 fois !'), sameness('visitez http://b.example/x 99 fois.'))
})

test('an address may send a few a minute, more an hour, and is told how long to wait', () => {
  const book = openBook()
  for (let n = 0; n < 5; n++) book.note('a', n * 1_000)
  assert.equal(waitFor(book.times('a'), 5_000, PER_ADDRESS), 55)
  assert.equal(waitFor(book.times('a'), 60_000, PER_ADDRESS), 0)
  assert.equal(waitFor(book.times('b'), 5_000, PER_ADDRESS), 0)
  assert.ok(bitsFor(book.times('a'), 5_000) > bitsFor([], 5_000))
})

test('the proof of one stamp is none for another', () => {
  const proof = prove('one', 10)
  assert.ok(isProven('one', proof, 10))
  assert.ok(!isProven('one', `${proof} `, 10) && !isProven('one', '', 0))
  assert.equal(zeroBits(Uint8Array.of(0, 0x10)), 11)
})
