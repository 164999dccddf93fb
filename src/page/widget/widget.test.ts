// The widget in a browser, on a site of another origin that lets through only what we ask for, against a server that speaks wire.ts.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { openStage, scriptsIn, violations, type Stage } from './browser-for-tests.ts'
import { camille, KEY, open } from './fake-guichet-for-tests.ts'

let stage: Stage
before(async () => (stage = await openStage()))
after(() => stage.close())
beforeEach(async () => {
  await stage.leave()
  Object.assign(stage.fake, { heard: [], deaf: false, refuse: null, reception: open, verified: null })
  stage.fake.talks.clear()
})

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
const start = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /Nous écrire|Write to us/ }).click()
  await page.getByRole('dialog').waitFor()
}
const write = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Votre message' }).fill(text)
  await page.getByRole('textbox', { name: 'Votre message' }).press('Enter')
}
const said = (page: Page): Promise<string[]> => page.locator('.words').allTextContents()
const until = async (page: Page, texts: string[]): Promise<void> => {
  await page.waitForFunction(
    (wanted) => {
      const root = document.querySelector('guichet-chat')?.shadowRoot
      const found = [...(root?.querySelectorAll('.saying:not(.pending) .words') ?? [])].map((each) => each.textContent)
      return JSON.stringify(found) === wanted
    },
    JSON.stringify(texts),
  ) // prettier-ignore
}
const arrived = (): string[] => [...stage.fake.talks.values()].flatMap(({ thread }) => thread.map(({ text }) => text))

for (const [name, look] of [
  ['a desk', {}],
  ['a phone', phone],
] as const)
  for (const colorScheme of ['light', 'dark'] as const)
    test(`everybody can use it on ${name}, ${colorScheme}`, async () => {
      const { page, complaints } = await stage.visit({ ...look, colorScheme })
      await start(page)
      assert.deepEqual(await violations(page), [])
      await page.getByRole('textbox', { name: 'Votre message' }).fill('Bonjour, voyez https://a.example/')
      await page.getByRole('button', { name: 'Envoyer' }).click()
      await page.getByText('Comment vous joindre').waitFor()
      stage.fake.say('Bonjour !', { files: [{ id: 'f', name: 'bon.pdf', type: 'application/pdf', size: 1_000 }] })
      stage.fake.tell({ typing: { on: true, name: 'Camille' } })
      await page.getByText('Camille écrit').waitFor()
      assert.deepEqual(await violations(page), [])
      await page.getByRole('button', { name: 'Émojis' }).click()
      await page.getByRole('searchbox').waitFor()
      assert.deepEqual(await violations(page), [])
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Options' }).click()
      await page.getByRole('heading', { name: 'Options' }).waitFor()
      assert.deepEqual(await violations(page), [])
      assert.deepEqual(complaints, [])
    })

test('outside opening hours a message is left with an address, and a call is asked for', async () => {
  stage.fake.reception = { ...open, open: false, opens_at: '2036-11-24T09:00:00+01:00', wait_seconds: null }
  const { page } = await stage.visit()
  await start(page)
  await page.getByText('Nous revenons').waitFor()
  await page.getByRole('button', { name: 'Envoyer le message' }).waitFor()
  assert.equal(await page.getByRole('log').evaluate((log) => log.scrollTop), 0, 'the greeting is read from its beginning')
  await page.getByRole('button', { name: 'Envoyer le message' }).click()
  await page.getByText('nom@exemple.fr').waitFor()
  assert.deepEqual(await violations(page), [])
  await page.getByLabel('Adresse de courriel').fill('lea@exemple.fr')
  await page.getByRole('textbox', { name: 'Message' }).fill('Mon colis ?')
  await page.getByRole('button', { name: 'Envoyer le message' }).click()
  await until(page, ['Mon colis ?'])
  assert.deepEqual(stage.fake.heard.filter((frame) => 'who' in frame), [{ who: { name: '', email: 'lea@exemple.fr' } }]) // prettier-ignore
})

test('whom the site vouches for is not asked for an address, before opening hours either', async () => {
  stage.fake.reception = { ...open, open: false, wait_seconds: null }
  stage.fake.verified = { name: 'Léa', email: 'lea@exemple.fr' }
  const { page } = await stage.visit()
  await page.waitForFunction(() => window.Guichet)
  await page.evaluate(() => window.Guichet?.('identify', async () => 'a.b.c'))
  await start(page)
  await page.getByRole('textbox', { name: 'Message' }).fill('Mon colis ?')
  assert.equal(await page.getByLabel('Adresse de courriel').count(), 0)
  await page.getByRole('button', { name: 'Envoyer le message' }).click()
  await until(page, ['Mon colis ?'])
  const [hello] = stage.fake.heard
  assert.equal(hello && 'hello' in hello && hello.hello.identity, 'a.b.c')
  assert.deepEqual(stage.fake.heard.filter((frame) => 'who' in frame), []) // prettier-ignore
})

test('the way to the visitor’s own page is asked for when the options are opened', async () => {
  const { page } = await stage.visit()
  await start(page)
  await write(page, 'un')
  await until(page, ['un'])
  assert.equal(stage.fake.heard.some((frame) => 'follow' in frame), false) // prettier-ignore
  await page.getByRole('button', { name: 'Options' }).click()
  const way = page.getByRole('link', { name: 'Suivre ma demande' })
  assert.equal(await way.getAttribute('href'), `${stage.fake.origin}/r/cp_x`)
})

test('a call back is asked for with a number, and what was promised is shown', async () => {
  const { page } = await stage.visit()
  await start(page)
  await page.getByRole('button', { name: 'Être rappelé' }).click()
  await page.getByLabel('Téléphone').fill('pas un numéro')
  await page.getByRole('button', { name: 'Demander le rappel' }).click()
  await page.getByText('Écrivez le numéro en chiffres').waitFor()
  assert.deepEqual(await violations(page), [])
  await page.getByLabel('Téléphone').fill('06 12 34 56 78')
  await page.getByRole('button', { name: 'Demander le rappel' }).click()
  await page.getByText('2026-00042').waitFor()
})

test('no cookie ever, nothing kept before the visitor writes, and nothing after they ask to be forgotten', async () => {
  const { page, context } = await stage.visit()
  const kept = (): Promise<string[]> => page.evaluate(() => Object.keys(localStorage).toSorted())
  await start(page)
  assert.deepEqual(await kept(), [])
  await write(page, 'Bonjour')
  await until(page, ['Bonjour'])
  assert.deepEqual(await kept(), [`guichet.${KEY}.visit`])
  await page.getByRole('button', { name: 'Options' }).click()
  await page.getByRole('button', { name: 'M’oublier sur cet appareil' }).click()
  await page.getByRole('button', { name: 'Oui, m’oublier' }).click()
  await page.getByText('cet appareil ne garde plus rien').waitFor()
  assert.deepEqual(await kept(), [])
  assert.deepEqual(await context.cookies(), [])
  assert.deepEqual(await page.evaluate(() => Object.keys(globalThis).filter((name) => /guichet/i.test(name))), ['Guichet']) // prettier-ignore
})

test('what is written without a network waits, survives a reload, leaves once, and stands in the server’s order', async () => {
  const { page, context } = await stage.visit()
  await start(page)
  await write(page, 'un')
  await until(page, ['un'])
  await stage.fake.stop()
  await page.getByText('Nous rétablissons la connexion').waitFor()
  await write(page, 'deux')
  await write(page, 'trois')
  await page.getByText('En attente de connexion').first().waitFor()
  await stage.fake.start() // the reload needs the script; nobody answers yet
  stage.fake.deaf = true
  await page.reload()
  await start(page)
  await page.locator('.words', { hasText: 'trois' }).waitFor()
  assert.deepEqual(await said(page), ['deux', 'trois'])
  stage.fake.deaf = false
  stage.fake.say('entre-temps')
  stage.fake.cut()
  await until(page, ['un', 'entre-temps', 'deux', 'trois'])
  assert.deepEqual(arrived(), ['un', 'entre-temps', 'deux', 'trois'])
  assert.deepEqual(await context.pages()[0]?.evaluate(() => Object.keys(localStorage).length), 1)
})

test('two tabs show the same, and each message arrives once', async () => {
  const { page, context } = await stage.visit()
  await start(page)
  await write(page, 'un')
  await until(page, ['un'])
  const { page: other } = await stage.another(context)
  await start(other)
  await until(other, ['un'])
  await write(other, 'deux')
  await until(other, ['un', 'deux']) // taken before the next is said
  stage.fake.say('trois')
  for (const tab of [page, other]) await until(tab, ['un', 'deux', 'trois'])
  stage.fake.cut()
  await write(page, 'quatre')
  for (const tab of [page, other]) await until(tab, ['un', 'deux', 'trois', 'quatre'])
  assert.deepEqual(arrived(), ['un', 'deux', 'trois', 'quatre'])
})

test('a tab that was open before the first message takes part in the conversation begun in another', async () => {
  const { page, context } = await stage.visit()
  const { page: other } = await stage.another(context)
  await start(page)
  await start(other)
  await write(page, 'un')
  await until(other, ['un'])
  await write(other, 'deux')
  await until(page, ['un', 'deux'])
  assert.equal([...stage.fake.talks.values()].filter(({ thread }) => thread.length > 0).length, 1)
})

test('a line the browser believes alive is given up when nothing is taken on it', async () => {
  const { page } = await stage.visit()
  await page.clock.install()
  await start(page)
  await write(page, 'un')
  await until(page, ['un'])
  stage.fake.deaf = true
  await write(page, 'deux')
  await page.getByText('Envoi…').waitFor()
  stage.fake.deaf = false
  await page.clock.fastForward(11_000)
  await until(page, ['un', 'deux'])
  assert.deepEqual(arrived(), ['un', 'deux'])
})

test('a message that was refused says why in its place, and is tried again or taken away', async () => {
  const { page } = await stage.visit()
  await start(page)
  stage.fake.refuse = (frame) =>
    'say' in frame ? { refused: { id: frame.say.id, code: 'x', fr: 'Trop vite. Patientez.', en: 'Too fast.' } } : null
  await write(page, 'un')
  await page.getByText('Trop vite. Patientez.').waitFor()
  stage.fake.refuse = null
  await page.getByRole('button', { name: 'Réessayer' }).click()
  await until(page, ['un'])
})

test('a message that came too fast is said again by itself, and those after it wait for it', async () => {
  const { page } = await stage.visit()
  await page.clock.install()
  await start(page)
  let isFirst = true
  stage.fake.refuse = (frame) => {
    if (!('say' in frame) || !isFirst) return null
    isFirst = false
    return { refused: { id: frame.say.id, code: 'chat.too_fast', fr: 'Trop vite.', en: 'Too fast.' } }
  }
  await write(page, 'un')
  await write(page, 'deux')
  await page.getByText('Envoi…').first().waitFor()
  await page.clock.fastForward(4_500)
  await until(page, ['un', 'deux'])
  assert.deepEqual(arrived(), ['un', 'deux'])
})

test('a message leaves by itself when its file has arrived', async () => {
  const { page } = await stage.visit()
  await start(page)
  let release: () => void = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/files', async (route) => {
    await held
    await route.continue()
  })
  await page.locator('input[type=file]').setInputFiles({ name: 'bon.txt', mimeType: 'text/plain', buffer: Buffer.from('bon') })
  await write(page, 'Voici')
  await page.getByText('le message partira ensuite').waitFor()
  assert.deepEqual(arrived(), [])
  release()
  await until(page, ['Voici'])
  assert.deepEqual([...stage.fake.talks.values()].flatMap(({ thread }) => thread.flatMap(({ files }) => files.map(({ name }) => name))), ['bon.txt']) // prettier-ignore
})

test('files are attached by choosing, too large ones are refused in place, and pictures are shown', async () => {
  const { page, complaints } = await stage.visit()
  await start(page)
  const dot = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  await page.locator('input[type=file]').setInputFiles([
    { name: 'point.png', mimeType: 'image/png', buffer: dot },
    { name: 'gros.bin', mimeType: 'application/octet-stream', buffer: Buffer.alloc(5_000_001) },
  ])
  await page.getByText('dépasse 5').waitFor()
  await page.getByRole('button', { name: 'Retirer point.png' }).waitFor()
  await page.waitForFunction(() => document.querySelector('guichet-chat')?.shadowRoot?.querySelector('.drafts progress') === null)
  await page.getByRole('button', { name: 'Envoyer' }).click()
  await page.getByRole('img', { name: 'Image\u202f: point.png' }).waitFor()
  await page.reload()
  await start(page)
  const picture = page.getByRole('img', { name: 'Image\u202f: point.png' })
  assert.match((await picture.getAttribute('src')) ?? '', /^blob:/)
  assert.deepEqual(complaints, [])
})

test('a file dragged over the conversation is told where to fall, and is attached', async () => {
  const { page } = await stage.visit()
  await start(page)
  await page.waitForLoadState('networkidle') // what deals with files comes at leisure
  const drag = (kind: string): Promise<string | undefined> =>
    page.getByRole('dialog').evaluate((panel, name) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File(['bon'], 'bon.txt'))
      panel.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }))
      return (panel as HTMLElement).dataset['drop']
    }, kind)
  assert.equal(await drag('dragover'), 'Déposez vos fichiers ici')
  assert.equal(await drag('drop'), undefined)
  await page.getByRole('button', { name: 'Retirer bon.txt' }).waitFor()
})

test('what comes over the wire is text: markup is shown, and runs nothing', async () => {
  const { page, complaints } = await stage.visit()
  await start(page)
  await write(page, 'un')
  await until(page, ['un'])
  const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script> javascript:alert(1)'
  stage.fake.say(hostile, { by: { ...camille, name: '<b>x</b>' } })
  await until(page, ['un', hostile])
  assert.equal(await page.title(), 'Boutique')
  assert.deepEqual(complaints, [])
})

test('the keyboard does all: open, write, options, back, close, and the focus returns', async () => {
  const { page } = await stage.visit()
  await page.getByRole('button', { name: 'Nous écrire' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await page.locator('guichet-chat textarea:focus').waitFor()
  await page.keyboard.type('Bonjour')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.type('à vous')
  await page.keyboard.press('Enter')
  await until(page, ['Bonjour\nà vous'])
  await page.getByRole('button', { name: 'Options' }).press('Enter')
  await page.getByRole('heading', { name: 'Options' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('log').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.waitForFunction(() => document.activeElement?.shadowRoot?.activeElement?.className === 'bubble')
  stage.fake.say('Une réponse')
  await page.getByRole('button', { name: 'Nous écrire, messages non lus : 1' }).waitFor()
  assert.equal(await page.title(), 'Boutique')
})

test('an emoji is chosen by name and by arrow keys', async () => {
  const { page } = await stage.visit()
  await start(page)
  await page.getByRole('button', { name: 'Émojis' }).click()
  await page.getByRole('searchbox').fill('cœur')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.waitForFunction(() => document.querySelector('guichet-chat')?.shadowRoot?.querySelector('textarea')?.value === '🧡')
})

test('the site speaks to it through one function, before it is loaded too; the language and the theme change at once', async () => {
  const { page } = await stage.visit({}, 'data-language="en" data-theme="dark"')
  await page.getByRole('button', { name: 'Write to us' }).waitFor()
  await page.evaluate(() => window.Guichet?.('open'))
  await page.getByRole('dialog', { name: 'Conversation with Boutique Lumen' }).waitFor()
  await page.evaluate(
    () => (window.Guichet?.('language', 'fr'), window.Guichet?.('theme', 'light'), window.Guichet?.('nonsense')),
  )
  await page.getByRole('dialog', { name: 'Conversation avec Boutique Lumen' }).waitFor()
  await page.locator('guichet-chat[data-theme=light]').waitFor({ state: 'attached' })
  await page.evaluate(() => window.Guichet?.('identify', async () => 'a.b.c'))
  await page.waitForFunction(() => true)
  await page.evaluate(() => window.Guichet?.('close'))
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})

for (const width of [320, 390])
  test(`nothing is cut off at ${width} pixels`, async () => {
    const { page } = await stage.visit({ viewport: { width, height: 640 } })
    await start(page)
    await page.getByText('Nos horaires').click()
    const beyond = await page.evaluate(() => {
      const panel = document.querySelector('guichet-chat')?.shadowRoot?.querySelector('dialog')
      const all = [...(panel?.querySelectorAll<HTMLElement>('*:not(.unseen)') ?? [])]
      return all
        .filter((each) => each.getBoundingClientRect().right > innerWidth + 0.5)
        .map((each) => each.className || each.tagName)
    })
    assert.deepEqual(beyond, [])
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true)
  })

// Bytes as they travel, gzipped. A page of the site pays for the loader and the first file; whoever opens the window for that, the window and its
// words in one language: all of a conversation in text. Files, forms and emoji come afterwards, at leisure.
test('a page of the site pays at most 8.5 kB for the widget, a conversation 20 kB, and all there is 32 kB', async () => {
  const text = (name: string): Promise<string> => readFile(join(stage.folder, name), 'utf8')
  const weigh = async (names: string[]): Promise<number> => {
    const weights = await Promise.all(names.map(async (name) => gzipSync(await text(name), { level: 9 }).length))
    return weights.reduce((sum, each) => sum + each, 0)
  }
  const first = /widget\/\w+\.js/.exec(await text('widget.js'))?.[0] ?? ''
  assert.doesNotMatch(await text(first), IMPORTS) // it fetches nothing more by itself
  const opening = [...(await text(first)).matchAll(/import\(`\.\/(\w+\.js)`\)/g)].map(([, name]) => `widget/${name}`)
  assert.equal(opening.length, 3, 'the window, French and English')
  for (const name of opening)
    for (const [, needed] of (await text(name)).matchAll(IMPORTS)) assert.equal(`widget/${needed}`, first)
  const page = await weigh(['widget.js', first])
  const conversation = page + (await weigh(opening)) - Math.min(...(await Promise.all(opening.map((name) => weigh([name])))))
  const all = await weigh(await scriptsIn(stage.folder))
  assert.ok(page <= 8_500 && conversation <= 20_000 && all <= 32_000, `${page}, ${conversation} and ${all} bytes`)
})
const IMPORTS = /(?:^|[;}])import[^(;]*?"\.\/(\w+\.js)"/g
