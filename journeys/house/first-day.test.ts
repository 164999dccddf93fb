// The first minutes of a newcomer: the printed link, three questions, a first mail, the post office; and the ways of coming back.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { violations } from '../../src/desk/browser-for-tests.ts'
import { openFresh, type Fresh } from './fresh.ts'

let house: Fresh
before(async () => (house = await openFresh()))
after(() => house.close())

const SECRET = 'cheval agrafe correct pile'
// React Aria announces a busy button by a hidden picture named after its label, and forgets it there when the button has gone.
async function seen(page: Page): Promise<string[]> {
  await page.evaluate(() => document.querySelectorAll('[data-live-announcer] [role="img"]').forEach((said) => said.remove()))
  return await violations(page)
}

async function enter(page: Page, email: string, password: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Adresse de courriel' }).fill(email)
  await page.getByLabel('Mot de passe', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Se connecter' }).click()
}

test('who has no session is asked to sign in, in their language, whatever the page', async () => {
  const page = await house.look({ locale: 'en-GB', colorScheme: 'dark' })
  await page.goto(`${house.url}/desk/staff`)
  await page.getByRole('heading', { name: 'Hello' }).waitFor()
  assert.match(page.url(), /\/desk\/sign-in\?to=/)
  assert.deepEqual(await seen(page), [])
})

test('the first link leads through three questions and the choice of a trade to a first mail and a post office whose count is right', async () => {
  const page = await house.look()
  await page.goto(house.link)
  await page.getByRole('button', { name: 'Entrer' }).waitFor()
  await page.waitForURL(({ hash }) => hash === '') // the token has left the address
  assert.deepEqual(await seen(page), [])
  await page.keyboard.press('Enter')

  await page.getByRole('textbox', { name: 'Votre nom' }).fill('Jeanne Morel')
  await page.getByRole('button', { name: 'Continuer' }).click()
  await page.getByText('Il manque cette réponse.').waitFor()
  await page.getByRole('textbox', { name: 'Votre adresse de courriel' }).fill('jeanne@maison-morel.example')
  await page.getByLabel('Un mot de passe, si vous voulez').fill(SECRET)
  assert.deepEqual(await seen(page), [])
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Nom du centre ou de la marque' }).fill('Maison Morel')
  assert.deepEqual(await seen(page), [])
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Adresse de contact' }).fill('contact@maison-morel.example')
  await page.keyboard.press('Enter')

  await page.getByRole('heading', { name: 'Quel est votre métier' }).waitFor()
  assert.deepEqual(await seen(page), [])
  await page.getByText('Petite structure', { exact: true }).click()
  await page.getByRole('button', { name: 'Continuer' }).click()
  await page.getByRole('heading', { name: 'Le guichet est ouvert' }).waitFor()
  await page.getByRole('button', { name: 'Faire venir un courrier' }).click()
  await page.getByRole('button', { name: 'Ouvrir le dossier' }).waitFor()
  assert.deepEqual(await seen(page), [])
  await page.getByRole('button', { name: 'Voir le bureau de poste' }).click()

  await page.getByText('1 reçu = 1 classé + 0 dans le bac').waitFor()
  await page.getByText('Le compte est bon').waitFor()
  await page.getByRole('button', { name: 'Envoyer le courrier d’essai' }).click()
  await page.getByText(/Tout passe, en \d/).waitFor()
  await page.getByText('2 reçus = 2 classés + 0 dans le bac').waitFor()
  assert.deepEqual(await seen(page), [])
})

test('the same link a second time is refused in plain words, with a way on', async () => {
  const page = await house.look()
  await page.goto(house.link)
  await page.getByRole('button', { name: 'Entrer' }).click()
  await page.getByText('Ce lien a déjà servi ou n’est plus valable.').waitFor()
  assert.deepEqual(await seen(page), [])
  await page.getByRole('button', { name: 'Recevoir un lien de connexion' }).click()
  await page.getByRole('textbox', { name: 'Adresse de courriel' }).fill('personne@nulle-part.example')
  await page.getByRole('button', { name: 'Envoyer le lien' }).click()
  await page.getByRole('heading', { name: 'Regardez votre courrier' }).waitFor()
  assert.deepEqual(await seen(page), [])
})

test('a wrong password is told on the spot; the right one leads back to where one was going; signing out ends it', async () => {
  const page = await house.look()
  await page.goto(`${house.url}/desk/audit`)
  await enter(page, 'jeanne@maison-morel.example', 'un autre mot de passe')
  await page.getByText('Adresse ou mot de passe incorrect.').waitFor()
  assert.deepEqual(await seen(page), [])
  await enter(page, 'jeanne@maison-morel.example', SECRET)
  await page.getByRole('heading', { name: 'Journal d’audit' }).waitFor()
  await page.getByRole('button', { name: /Jeanne Morel/ }).click()
  await page.getByRole('menuitem', { name: 'Se déconnecter' }).click()
  await page.getByRole('heading', { name: 'Bonjour' }).waitFor()
  await page.goto(`${house.url}/desk/audit`)
  await page.getByRole('button', { name: 'Se connecter' }).waitFor()
})
