import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cleanHtml } from '../html/clean-html.ts'
import { textLines } from '../html/text-lines.ts'
import { plainLines } from './lines.ts'
import { visibleText } from './visible-text.ts'

const plain = (text: string): string => visibleText(plainLines(text), false)
const html = (source: string): string => visibleText(textLines(cleanHtml(source).html), false)

const ATTRIBUTIONS = [
  'On Mon, Mar 4, 2024 at 10:12 AM Service Client <contact@guichet.example> wrote:',
  'On Mon, Mar 4, 2024 at 10:12 AM Service Client <\ncontact@guichet.example> wrote:',
  'Le lun. 4 mars 2024 à 10:12, Service Client <contact@guichet.example> a écrit :',
  'Le 04/03/2024 à 10:12, Service Client a écrit :',
  'Le lun. 4 mars 2024 à 10:12, Service Client\n<contact@guichet.example>\na écrit :',
  'Am 04.03.2024 um 10:12 schrieb Service Client:',
  'El lun, 4 mar 2024 a las 10:12, Service (<contact@guichet.example>) escribió:',
  'Il giorno lun 4 mar 2024 alle ore 10:12 Service <contact@guichet.example> ha scritto:',
  'Op ma 4 mrt 2024 om 10:12 schreef Service <contact@guichet.example>:',
  'Em seg., 4 de mar. de 2024 às 10:12, Service <contact@guichet.example> escreveu:',
  'Den mån 4 mars 2024 kl 10:12 skrev Service <contact@guichet.example>:',
  'W dniu 04.03.2024 o 10:12, Service pisze:',
  '2024年3月4日(月) 10:12 Service <contact@guichet.example>:',
  '04.03.2024, 10:12, "Service" <contact@guichet.example> пишет:',
]

for (const attribution of ATTRIBUTIONS) {
  test(`the line above a quote is folded with it: ${JSON.stringify(attribution.slice(0, 40))}`, () => {
    assert.equal(
      plain(`Oui, c’est bien cela.\n\n${attribution}\n> Est-ce bien votre adresse ?\n> Merci`),
      'Oui, c’est bien cela.',
    )
  })
}

const BLOCKS = [
  '-----Message d’origine-----\nDe : Service\nEnvoyé : lundi 4 mars 2024 10:12\nÀ : Jean\nObjet : Votre commande',
  'De : Service Client <contact@guichet.example>\nEnvoyé : lundi 4 mars 2024 10:12\nÀ : Jean Dupont <jean@client.example>\nObjet : RE: Votre commande',
  '________________________________\nFrom: Service <contact@guichet.example>\nSent: Monday, March 4, 2024 10:12 AM\nTo: Jean\nSubject: Re: order',
  'Von: Service <contact@guichet.example>\nGesendet: Montag, 4. März 2024 10:12\nAn: Jean\nBetreff: AW: Bestellung',
  '----- Mail original -----\nDe: "Service" <contact@guichet.example>\nÀ: "Jean" <jean@client.example>\nEnvoyé: Lundi 4 Mars 2024 10:12:00\nObjet: Commande',
  '========================================\n\nMessage du : 04/03/2024 10:12\nDe : "Service" <contact@guichet.example>\nA : jean@client.example\nCopie à :\nSujet : Commande',
]

for (const block of BLOCKS) {
  test(`the earlier mail below an Outlook block is folded: ${JSON.stringify(block.slice(0, 40))}`, () => {
    assert.equal(plain(`D’accord pour mardi.\n\n${block}\n\nBonjour, mardi vous convient-il ?`), 'D’accord pour mardi.')
  })
}

test('below an Outlook block whose mail is marked with ">", typed text stays visible', () => {
  const mail = `Au-dessus.\n\n${BLOCKS[0]}\n\n> Question 1 ?\nRéponse 1\n> Question 2 ?\n\nRéponse 2`
  assert.equal(plain(mail), 'Au-dessus.\n\nRéponse 1\n\nRéponse 2')
})

test('a form that a customer fills in is not taken for an earlier mail', () => {
  const form = 'Bonjour, bagage perdu :\nDe : Paris\nÀ : Lyon\nDate : 12 mars\nObjet : valise bleue\nMerci de votre aide'
  assert.equal(plain(form), form)
})

test('answers between the lines of a quote stay visible', () => {
  const mail = 'Le 04/03/2024 à 10:12, Service a écrit :\n> Quelle taille ?\nDu 42.\n> Quelle couleur ?\nBleu.\n\nJean'
  assert.equal(plain(mail), 'Du 42.\n\nBleu.\n\nJean')
})

test('a sentence that merely looks like an introduction is not cut', () => {
  for (const text of [
    'Le 4 mars 2024 votre conseiller m’a écrit :\n« Nous remboursons »\nEt rien !',
    'On Thursday I wrote to you:\nno answer since.',
    'One thing:\nit is late',
  ])
    assert.equal(plain(text), text)
})

test('signatures and "sent from" lines are folded, sentences that begin alike are not', () => {
  for (const end of [
    '-- \nJean Dupont\n06 00 00 00 00',
    'Envoyé de mon iPhone',
    'Sent from my Samsung Galaxy smartphone.',
    'Télécharger Outlook pour Android<https://aka.ms/x>',
    'Get Outlook for iOS',
  ])
    assert.equal(plain(`Merci beaucoup.\n\n${end}`), 'Merci beaucoup.', end)
  for (const end of [
    'Envoyé de mon bureau, je n’ai pas mieux.',
    'Sent from my desk, is much easier.',
    'Envoyé depuis mardi, toujours rien reçu !',
    'Villes :\n\n-Lyon',
    '--\nsuite\nde\nma\nliste\nqui\nest\nbien\ntrop\nlongue\npour\nune\nsignature',
  ])
    assert.equal(plain(`Bonjour.\n\n${end}`), `Bonjour.\n\n${end}`)
})

test('a mail that is nothing but a quote is shown whole', () => {
  assert.equal(plain('> Bonjour\n> tout va bien'), '> Bonjour\n> tout va bien')
  assert.match(plain('De : a@b.example\nEnvoyé : lundi\nÀ : c\nObjet : x\n\nVoici mon problème'), /Voici mon problème/)
})

test('a forwarded mail is shown whole', () => {
  for (const mark of [
    '---------- Forwarded message ---------\nDe : X <x@y.example>\nDate : lundi\nSubject: z\nTo: w',
    'Début du message transféré :\n\n> De: X <x@y.example>\n> Objet: z',
  ])
    assert.match(plain(`Pour info\n\n${mark}\n\n> le contenu`), /Pour info[^]*le contenu/)
  assert.match(
    visibleText(plainLines('Pour info\n\nDe : a@b.example\nEnvoyé : lundi\nÀ : c\nObjet : x\n\nle contenu'), true),
    /le contenu/,
  )
})

const QUOTED_HTML: [string, string][] = [
  [
    'Gmail',
    '<div dir="ltr">Réponse</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">Le lun. 4 mars 2024 à 10:12, Service &lt;<a href="mailto:c@x.example">c@x.example</a>&gt; a écrit :<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px #ccc solid">Ancien</blockquote></div>',
  ],
  [
    'Thunderbird',
    '<p>Réponse</p><div class="moz-cite-prefix">Le 04/03/2024 à 10:12, Service a écrit :<br></div><blockquote type="cite" cite="mid:x">Ancien</blockquote>',
  ],
  [
    'Apple Mail',
    '<div>Réponse</div><div><br><blockquote type="cite"><div>Le 4 mars 2024 à 10:12, Service &lt;c@x.example&gt; a écrit :</div><br><div>Ancien</div></blockquote></div>',
  ],
  [
    'Outlook on the web',
    '<div>Réponse</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>De :</b> Service<br><b>Envoyé :</b> lundi<br></div><div>Ancien</div>',
  ],
  [
    'Outlook on the desktop',
    '<p class="MsoNormal">Réponse</p><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p><b>De :</b> Service &lt;c@x.example&gt;<br><b>Envoyé :</b> lundi 4 mars 2024 10:12<br><b>À :</b> Jean<br><b>Objet :</b> RE: x</p></div><p>Ancien</p>',
  ],
  [
    'Yahoo',
    '<div>Réponse</div><div id="yahoo_quoted_1" class="yahoo_quoted"><div>Le lundi 4 mars, Service a écrit :</div><div>Ancien</div></div>',
  ],
  [
    'Proton Mail',
    '<div>Réponse</div><div class="protonmail_quote">Le lundi 4 mars 2024 à 10:12, Service &lt;c@x.example&gt; a écrit :<br><blockquote class="protonmail_quote" type="cite">Ancien</blockquote></div>',
  ],
]

for (const [program, source] of QUOTED_HTML) {
  test(`the quote of ${program} in HTML is folded`, () => assert.equal(html(source), 'Réponse'))
}

test('text typed under and between HTML quotes stays visible; an indented paragraph of Gmail is no quote', () => {
  assert.equal(
    html('<blockquote type="cite">Q1</blockquote><p>R1</p><blockquote type="cite">Q2</blockquote><p>R2</p>'),
    'R1\n\nR2',
  )
  assert.equal(
    html('Voici :<blockquote style="margin:0 0 0 40px;border:none;padding:0px">mon texte</blockquote>'),
    'Voici :\n\nmon texte',
  )
})

/** Words a customer may type: no line of them is a quote, a signature mark or a header by itself. */
const typed = fc
  .array(
    fc.constantFrom(
      'bonjour',
      'commande',
      'livraison',
      'le',
      'mardi',
      '42',
      'on',
      'merci',
      'colis',
      'écrit',
      'de',
      'sent',
      'from',
      'my',
      'a',
      'prix:',
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((words) => `${words.join(' ')} fin.`)
const quoted = fc.array(typed, { minLength: 1, maxLength: 5 }).map((lines) => lines.map((line) => `> ${line}`).join('\n'))

test('whatever is typed above, inside and under a quote is visible', () => {
  const piece = fc.oneof(
    typed.map((text) => ({ text, own: text })),
    quoted.map((text) => ({ text, own: '' })),
    fc
      .constantFrom(...ATTRIBUTIONS, ...BLOCKS.map((block) => `${block}\n`))
      .chain((line) => quoted.map((quote) => ({ text: `${line}\n${quote}`, own: '' }))),
  )
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), fc.constantFrom('\n', '\n\n'), (pieces, glue) => {
      const shown = plain(pieces.map((one) => one.text).join(glue))
      for (const { own } of pieces) assert.ok(shown.includes(own), `hidden: ${own}\n---\n${shown}`)
    }),
    { numRuns: 500 },
  )
})

test('in HTML too', () => {
  const block = fc.oneof(
    typed.map((text) => ({ source: `<p>${text}</p>`, own: text })),
    typed.map((text) => ({ source: `<blockquote type="cite"><p>${text}</p></blockquote>`, own: '' })),
    typed.map((text) => ({
      source: `<div class="gmail_quote"><div class="gmail_attr">Le 4 mars 2024, X a écrit :</div><blockquote class="gmail_quote">${text}</blockquote></div>`,
      own: '',
    })),
  )
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), (blocks) => {
      const shown = html(blocks.map((one) => one.source).join(''))
      for (const { own } of blocks) assert.ok(shown.includes(own), `hidden: ${own}\n---\n${shown}`)
    }),
    { numRuns: 300 },
  )
})
