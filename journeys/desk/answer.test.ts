// The main walk, in a real browser: a mail arrives live, is read, answered, the answer leaves, and the customer's next mail comes back.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openDesk, unhurried, type Desk, type Seat } from './scene.ts'

let desk: Desk
before(async () => (desk = await openDesk()))
after(async () => await desk.close())

const nadia = 'Nadia Benali <nadia@atelier.example>'
const line = ({ page }: Seat, subject: string) => page.locator('.cases-line', { hasText: subject })

async function openCase(seat: Seat, subject: string): Promise<void> {
  await line(seat, subject).click()
  await seat.page.getByRole('heading', { name: subject, level: 1 }).waitFor()
}

async function write(seat: Seat, text: string): Promise<void> {
  await seat.page.keyboard.press('r')
  await seat.page.locator('.ui-editor-text').waitFor()
  await seat.page.locator('.ui-editor-text').focus()
  await seat.page.keyboard.type(text)
}

test('a mail arrives live, is answered, and the customer’s next mail lands in the same case', async () => {
  const seat = await desk.sit('director')
  const { page } = seat
  await page.getByRole('heading', { name: 'Aucun dossier ne vous attend' }).waitFor()
  await page.evaluate(() => Object.assign(globalThis, { stayed: true }))
  await desk.mail({
    from: nadia,
    subject: 'Il manque un carton',
    text: 'Bonjour,\n\nil manque un carton sur trois.\n\nNadia',
    messageId: '<first@atelier.example>',
  })
  await line(seat, 'Il manque un carton').waitFor()
  assert.equal(await page.evaluate(() => 'stayed' in globalThis), true, 'without a reload')
  await page.locator('.cases-group[data-stands="new"] .cases-line').waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Il manque un carton', level: 1 }).waitFor()
  await page.getByText('il manque un carton sur trois').waitFor()
  assert.match(await page.locator('.cases-owners').innerText(), /Inès Fournier[\s\S]*permanence/)
  await write(seat, 'Bonjour Nadia, il part ce soir.')
  await page.keyboard.press('Control+Enter')
  await page.locator('.ui-message[data-direction="out"]', { hasText: 'il part ce soir' }).waitFor()
  await page.getByText('Remis au serveur de courriel').waitFor()
  assert.equal(desk.relay.mails.length, 1)
  const left = desk.relay.mails[0]
  assert.deepEqual(left?.to, ['nadia@atelier.example'])
  const [replyTo, messageId] = ['Reply-To', 'Message-ID'].map((name) => header(left?.text ?? '', name))
  await desk.mail({
    from: nadia,
    to: /<([^>]+)>/.exec(replyTo ?? '')?.[1] ?? replyTo ?? '',
    subject: 'Re: Il manque un carton',
    text: 'Merci, je l’attends !',
    inReplyTo: messageId ?? '',
  })
  await page.getByText('Merci, je l’attends').waitFor()
  await page.locator('.ui-message[data-direction="in"]').nth(1).waitFor() // in the same case
  await page.goto(`${desk.url}/desk/cases?status=all`)
  await line(seat, 'Il manque un carton').waitFor()
  assert.equal(await page.locator('.cases-line').count(), 1)
  assert.deepEqual(seat.complaints, [])
  await seat.context.close()
})

test('an answer undone within its seconds never leaves, and its words come back', async () => {
  const seat = await desk.sit('director', { locale: 'en-GB' })
  const { page } = seat
  const before = desk.relay.mails.length
  await desk.mail({ from: 'Tom <tom@client.example>', subject: 'A wrong VAT number', text: 'Could you mend it?' })
  await openCase(seat, 'A wrong VAT number')
  await write(seat, 'Too fast')
  await page
    .locator('.cases-writing input[type="file"]')
    .setInputFiles({ name: 'invoice.txt', mimeType: 'text/plain', buffer: Buffer.from('VAT') })
  await page.locator('.ui-file', { hasText: 'invoice.txt' }).waitFor()
  await unhurried(seat)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await page.locator('.ui-editor-text', { hasText: 'Too fast' }).waitFor()
  await page.locator('.cases-files .ui-file', { hasText: 'invoice.txt' }).waitFor()
  await page.locator('.ui-editor-text').focus()
  await page.keyboard.type(', now right')
  await page.unroute('**/replies')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Handed to the mail server').waitFor()
  const ours = desk.relay.mails.slice(before)
  assert.equal(ours.length, 1)
  assert.match(readable(ours[0]?.text ?? ''), /Too fast, now right\n\n-- \nInès Fournier\n/) // who wrote it stands below
  assert.match(ours[0]?.text ?? '', /invoice\.txt/)
  assert.deepEqual(seat.complaints, [])
  await seat.context.close()
})

test('with the network cut the draft stays, the answer waits visibly, and leaves once when the network heals', async () => {
  const seat = await desk.sit('director')
  const { page, context } = seat
  const before = desk.relay.mails.length
  await desk.mail({ from: 'Karim <karim@chaises.example>', subject: 'Quarante chaises', text: 'Votre prix ?' })
  await openCase(seat, 'Quarante chaises')
  await write(seat, 'Le devis part demain.')
  await context.setOffline(true)
  await page.keyboard.press('Control+Enter')
  await page.getByText('Votre réponse attend la connexion').waitFor()
  await page.locator('.cases-parcel', { hasText: 'Le devis part demain.' }).waitFor()
  await context.setOffline(false)
  await page.getByText('Remis au serveur de courriel').waitFor()
  assert.equal(desk.relay.mails.length - before, 1)
  await context.close()
})

test('a draft survives a reload, and a note among us can never be taken for an answer', async () => {
  const lea = await desk.colleague('Léa Martin')
  const seat = await desk.sit('director')
  const { page } = seat
  const before = desk.relay.mails.length
  await desk.mail({ from: 'Paul <paul@client.example>', subject: 'Brouillon', text: 'Bonjour' })
  await openCase(seat, 'Brouillon')
  await write(seat, 'À moitié écrit')
  await page.reload()
  await page.locator('.ui-editor-text', { hasText: 'À moitié écrit' }).waitFor()
  await page.getByRole('radio', { name: 'Note interne' }).click()
  await page.getByText('le client ne la verra pas').waitFor()
  const note = page.getByRole('textbox', { name: 'Votre note' })
  await note.fill('Vois avec @Lé')
  await note.press('End')
  await page.getByRole('option', { name: /Léa Martin/ }).waitFor()
  await note.press('Enter')
  await note.pressSequentially('pour le prix')
  await page.keyboard.press('Control+Enter')
  const noted = page.locator('.ui-message[data-direction="note"]')
  await noted.waitFor()
  assert.match(await noted.innerText(), /Vois avec @Léa Martin pour le prix/)
  await desk.settled()
  assert.equal(desk.relay.mails.length, before)
  const events = await desk.call<{ items: { name: string; payload: { mentions?: string[] } }[] }>(
    'GET',
    '/api/v1/events?limit=500',
  )
  assert.deepEqual(events.items.findLast(({ name }) => name === 'note.added')?.payload.mentions, [lea.id])
  await seat.context.close()
})

function header(mail: string, name: string): string | undefined {
  return new RegExp(`^${name}: (.*(?:\\r?\\n[ \\t].*)*)`, 'im').exec(mail)?.[1]?.replace(/\s+/g, ' ').trim()
}

/** The first text of a mail: base64, as soon as a name in it has an accent. */
const readable = (mail: string): string =>
  Buffer.from(/text\/plain[^]*?base64\r\n(?:[\w-]+:.*\r\n)*\r\n([\w+/=\r\n]+)/.exec(mail)?.[1] ?? '', 'base64')
    .toString()
    .replaceAll('\r\n', '\n')
