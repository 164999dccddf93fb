// A customer writes; a garage outside is asked by mail, has no account, and answers by mail; who answers for the case uses it and closes.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openBackOffice, type BackOffice, type Letter } from './scene.ts'

const GARAGE = 'atelier@garage-morel.example'
type Task = {
  id: string
  state: string
  version: number
  reference: string
  seen_at: string | null
  answers: { by: string; way: string; text: string; files: { name: string }[] }[]
  happened: { what: string; note: string | null }[]
}
type Case = {
  id: string
  subject: string
  status: string
  conversations: { interactions: { text: string; direction: string }[] }[]
}

let office: BackOffice
before(async () => {
  office = await openBackOffice('2026-11-24T08:30:00Z') // a Tuesday, 9:30 in Paris
})
after(() => office.close())

async function asked(subject: string): Promise<Case> {
  await office.mail({ from: 'Léa Petit <lea@client.example>', subject, text: `${subject} : que se passe-t-il ?` })
  await office.settled()
  const found = (await office.call<{ items: Case[] }>('GET', '/api/v1/cases')).items.find((each) => each.subject === subject)
  assert.ok(found)
  return found
}
const show = (id: string) => office.call<Case>('GET', `/api/v1/cases/${id}`)
const task = (id: string) => office.call<Task>('GET', `/api/v1/tasks/${id}`)
const said = ({ conversations }: Case): string[] =>
  conversations.flatMap(({ interactions }) => interactions.map(({ text }) => text))

async function askGarage(of: Case, title: string, email = GARAGE): Promise<{ task: Task; letter: Letter }> {
  const made = await office.call<Task>('POST', `/api/v1/cases/${of.id}/tasks`, {
    asked: { name: 'Garage Morel', email }, title, text: 'Que donne le diagnostic ?', deadline: { at: '2026-11-26T16:00:00Z' }, checklist: ['Relever le kilométrage'],
    knowingly: true, after: [], messages: [], attachments: [], uploads: [],
  }) // prettier-ignore
  await office.settled()
  const before = (await office.letters(email)).length
  office.clock.advance({ seconds: 11 })
  await office.settled()
  const letters = await office.letters(email)
  assert.equal(letters.length, before + 1, 'one letter leaves once the moment of grace is over')
  return { task: made, letter: letters.at(-1)! } // one more than before
}

test('a garage without a seat is asked by mail, answers by mail, and its words never reach the customer', async () => {
  const of = await asked('Ma voiture ne démarre plus')
  const { task: made, letter } = await askGarage(of, 'Diagnostic du démarreur')
  assert.match(letter.subject, /Diagnostic du démarreur/)
  assert.match(letter.text, /Inès Fournier \(Maison Durand\) vous demande/)
  assert.match(letter.text, /jeudi 26 novembre à 17\u00a0h \(heure de Paris\)/)
  assert.match(letter.text, /Relever le kilométrage/)
  assert.doesNotMatch(letter.text, /que se passe-t-il/, 'nothing of the case that was not shown')
  assert.match(letter.replyTo, /^contact\+[a-z2-7]{26}@maison\.example$/)
  assert.match(letter.link, /^\/t\/tk_[0-9a-f]{32}_[a-z2-7]{26}$/)

  await office.mail({
    from: `Garage Morel <${GARAGE}>`, to: letter.replyTo, subject: `Re: ${letter.subject}`, inReplyTo: letter.messageId, references: letter.messageId,
    text: `Bonjour,\n\nLe démarreur est à changer, 240 € avec la pose.\n\nCordialement,\nJ. Morel\n\nLe 24 novembre 2026 à 09:30, Inès Fournier a écrit :\n> Que donne le diagnostic ?\n`,
    attachments: [{ filename: 'devis.pdf', content: '%PDF-1.4 devis' }],
  }) // prettier-ignore
  await office.settled()
  const answered = await task(made.id)
  assert.equal(answered.state, 'answered')
  assert.deepEqual(answered.answers.map(({ by, way }) => [by, way]), [['Garage Morel', 'mail']]) // prettier-ignore
  assert.match(answered.answers[0]!.text, /240 €/)
  assert.doesNotMatch(answered.answers[0]!.text, /Que donne le diagnostic/, 'what it quotes is not its answer')
  assert.deepEqual(answered.answers[0]!.files.map(({ name }) => name), ['devis.pdf']) // prettier-ignore
  const after = await show(of.id)
  assert.equal(said(after).filter((text) => text.includes('240')).length, 0)
  assert.equal((await office.call<{ items: Case[] }>('GET', '/api/v1/cases')).items.length, 1, 'nor does it open another case')
  const { items } = await office.call<{ items: { received: number; filed: number; in_tray: number }[] }>(
    'GET',
    '/api/v1/receipts',
  )
  assert.deepEqual(items.map(({ received, filed, in_tray }) => [received, filed, in_tray]), [[2, 2, 0]]) // prettier-ignore

  await office.call('PUT', `/api/v1/tasks/${made.id}/accepted`, {})
  await office.call('POST', `/api/v1/cases/${of.id}/replies`, {
    text: 'Le démarreur est à changer. Voulez-vous que nous prenions rendez-vous ?', cc: [], uploads: [], undo_seconds: 0, close: true,
  }) // prettier-ignore
  await office.settled()
  assert.equal((await show(of.id)).status, 'closed')
  assert.ok((await office.letters('lea@client.example')).every(({ text }) => !text.includes('240')))
})

test('from another address it waits for who answers; a machine answers nothing; a copy is one; a mail that comes back is told', async () => {
  const of = await asked('Un bruit à froid')
  const { task: made, letter } = await askGarage(of, 'Écouter le bruit')
  const reply = { to: letter.replyTo, subject: `Re: ${letter.subject}`, inReplyTo: letter.messageId }
  await office.mail({
    ...reply,
    from: GARAGE,
    subject: 'Absence',
    text: 'Je suis absent jusqu’au 30.',
    headers: { 'Auto-Submitted': 'auto-replied' },
  })
  await office.mail({ ...reply, from: 'Paul <paul@ailleurs.example>', text: 'C’est la courroie.' })
  await office.settled()
  const beside = await task(made.id)
  assert.equal(beside.answers.length, 0)
  type Beside = {
    strays: { id: string; why: string; text: string; from: { address: string } }[]
    undeliverable_at: string | null
  }
  const { strays } = await office.call<Beside>('GET', `/api/v1/tasks/${made.id}/chase`)
  assert.deepEqual(strays.map(({ why }) => why).toSorted(), ['another_address', 'automatic'])
  const paul = strays.find(({ why }) => why === 'another_address')!
  assert.equal(paul.from.address, 'paul@ailleurs.example')
  const taken = await office.call<Task>('POST', `/api/v1/task-strays/${paul.id}/taken`, {})
  assert.equal(taken.state, 'answered')
  assert.match(taken.answers[0]!.by, /Paul \(paul@ailleurs\.example\)/)
  assert.equal(await office.refused('POST', `/api/v1/task-strays/${paul.id}/taken`, {}), 'stray.decided')

  const lost = await askGarage(of, 'Une seconde écoute', 'personne@garage-clos.example')
  await office.mail({
    from: 'Mail Delivery System <mailer-daemon@garage-clos.example>', to: HOUSE_OF(lost.letter), subject: 'Undelivered Mail Returned to Sender',
    raw: bounce(lost.letter, 'personne@garage-clos.example'),
  }) // prettier-ignore
  await office.settled()
  assert.ok((await office.call<Beside>('GET', `/api/v1/tasks/${lost.task.id}/chase`)).undeliverable_at)
  const notices = await office.call<{ items: { kind: string; urgent: boolean }[] }>('GET', '/api/v1/notices?limit=50')
  assert.ok(notices.items.some(({ kind, urgent }) => kind === 'task.undeliverable' && urgent))
})

test('through the signed link, without an account or a script: seen, a question, then the answer, once', async () => {
  const of = await asked('Un devis')
  const { task: made, letter } = await askGarage(of, 'Chiffrer la réparation')
  const page = await office.page(letter.link)
  assert.equal(page.status, 200)
  assert.match(page.text, /Chiffrer la réparation/)
  assert.doesNotMatch(page.text, /que se passe-t-il|<script/)
  assert.match(page.headers.get('content-security-policy') ?? '', /^default-src 'none'; /)
  assert.equal((await task(made.id)).seen_at, null, 'looking proves nothing')

  const does = async (did: string, fields: Record<string, string> = {}) => {
    const form = formOf((await office.page(letter.link)).text, did)
    return { form, sent: await office.page(letter.link, { ...form, ...fields }) }
  }
  assert.equal((await does('seen')).sent.status, 303)
  assert.ok((await task(made.id)).seen_at)
  await does('ask', { text: 'Quelle année ?' })
  assert.ok((await task(made.id)).happened.some(({ what, note }) => what === 'remarked' && note === 'Quelle année ?'))
  const { form, sent } = await does('answer', { text: '310 € TTC' })
  assert.match(sent.to, /done=answer/)
  assert.equal((await office.page(letter.link, { ...form, text: '310 € TTC' })).status, 303, 'pressed twice')
  const done = await task(made.id)
  assert.deepEqual(done.answers.map(({ way, text }) => [way, text]), [['link', '310 € TTC']]) // prettier-ignore
  const unknown = await office.page(letter.link.replace(/.{6}$/, 'aaaaaa'))
  await office.call('DELETE', `/api/v1/tasks/${made.id}/links`, {})
  const revoked = await office.page(letter.link)
  assert.deepEqual([unknown.status, revoked.status], [404, 404])
  assert.equal(unknown.text.replaceAll(letter.link.replace(/.{6}$/, 'aaaaaa'), ''), revoked.text.replaceAll(letter.link, ''))
})

test('a colleague who wants their work by mail gets the task as a letter, answers it by mail, and nobody else can', async () => {
  await office.call('PUT', '/api/v1/notices/by-mail', { wish: 'always' })
  const of = await asked('Une clause')
  const made = await office.call<Task>('POST', `/api/v1/cases/${of.id}/tasks`, {
    asked: { person: office.director }, title: 'Relire la clause 4', text: '', deadline: { at: '2026-11-26T16:00:00Z' }, checklist: [], knowingly: true, after: [],
    messages: [], attachments: [], uploads: [],
  }) // prettier-ignore
  await office.settled()
  office.clock.advance({ seconds: 11 })
  await office.settled()
  const letter = (await office.letters('ines@maison.example')).find(({ subject }) => subject.includes('clause 4'))!
  assert.match(letter.text, /http:\/\/guichet\.example\/desk\/tasks\//)
  assert.equal(letter.link, '', 'who has a seat needs no key')
  const reply = { to: letter.replyTo, subject: `Re: ${letter.subject}`, inReplyTo: letter.messageId }
  await office.mail({ ...reply, from: 'quelqu.un@ailleurs.example', text: 'Moi, je réponds.' })
  await office.mail({ ...reply, from: 'Inès Fournier <ines@maison.example>', text: 'La clause tient.' })
  await office.settled()
  assert.deepEqual((await task(made.id)).answers.map(({ by, text }) => [by, text.trim()]), [['Inès Fournier', 'La clause tient.']]) // prettier-ignore
})

test('called off within the moment of grace nothing leaves; later, whoever was asked is told that it is over', async () => {
  const of = await asked('Trop tard')
  const body = { title: 'Une pièce', text: '', deadline: { at: '2026-11-26T16:00:00Z' }, checklist: [], knowingly: true, after: [], messages: [], attachments: [], uploads: [] } // prettier-ignore
  const soon = await office.call<Task>('POST', `/api/v1/cases/${of.id}/tasks`, {
    ...body,
    asked: { name: 'Casse', email: 'casse@auto.example' },
  })
  await office.settled()
  await office.call('PUT', `/api/v1/tasks/${soon.id}/cancelled`, { because: 'Trouvée ici.' })
  office.clock.advance({ seconds: 30 })
  await office.settled()
  assert.equal((await office.letters('casse@auto.example')).length, 0)
  const { task: late } = await askGarage(of, 'Une autre pièce', 'casse@auto.example')
  await office.call('PUT', `/api/v1/tasks/${late.id}/cancelled`, { because: 'Trouvée ici.' })
  await office.settled()
  office.clock.advance({ seconds: 30 })
  await office.settled()
  const told = (await office.letters('casse@auto.example')).at(-1)!
  assert.match(told.subject, /^Sans suite à donner/)
  assert.match(told.text, /Trouvée ici\./)
  assert.equal(told.link, '')
})

const HOUSE_OF = ({ replyTo }: Letter): string => replyTo
const bounce = ({ messageId, replyTo }: Letter, address: string): string =>
  [
    'From: Mail Delivery System <mailer-daemon@garage-clos.example>', `To: ${replyTo}`, 'Subject: Undelivered Mail Returned to Sender', 'MIME-Version: 1.0',
    'Auto-Submitted: auto-replied', 'Content-Type: multipart/report; report-type=delivery-status; boundary="b"', '', '--b', 'Content-Type: text/plain', '',
    'The mail could not be delivered.', '', '--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; garage-clos.example', '',
    `Final-Recipient: rfc822; ${address}`, 'Action: failed', 'Status: 5.1.1', 'Diagnostic-Code: smtp; 550 5.1.1 no such user', '', '--b', 'Content-Type: message/rfc822', '',
    `Message-ID: ${messageId}`, 'Subject: x', '', 'x', '', '--b--', '',
  ].join('\r\n') // prettier-ignore

function formOf(page: string, did: string): Record<string, string> {
  const form =
    [...page.matchAll(/<form[^>]*>(.*?)<\/form>/gs)].find(([, body]) => body?.includes(`name="did" value="${did}"`))?.[1] ?? ''
  const hidden = [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)]
  return Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]))
}
