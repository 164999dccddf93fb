// The forms on the made-up brands' sites, and what people fill them in with. Pure, by seed.
import type { DefinitionGiven } from '#channels/contract'
import type { CustomerCast } from './cast.ts'
import { chanceOf } from './chance.ts'
import { furniture, lamps } from './names.ts'
import type { Reason } from './story.ts'
import { fill, typeset } from './typography.ts'

export type FormName = 'return' | 'quote'
export type FormCast = { brand: 'lumen' | 'clairbois'; name: string; duty: string; reason: Reason; definition: DefinitionGiven }

export const formCast: Record<FormName, FormCast> = {
  return: {
    brand: 'lumen', name: 'Retour ou échange', duty: 'camille', reason: 'return',
    definition: {
      title: { fr: 'Un retour, un échange', en: 'A return or an exchange' },
      intro: { fr: 'Trente jours pour changer d’avis. Dites-nous ce qui ne va pas : une personne vous répond sous un jour ouvré.', en: 'You have thirty days to change your mind. Tell us what is wrong: a person answers within one working day.' },
      fields: [
        { kind: 'short', id: 'nom', label: { fr: 'Votre nom', en: 'Your name' }, required: true },
        { kind: 'email', id: 'courriel', label: { fr: 'Votre adresse de courriel', en: 'Your email address' }, required: true },
        { kind: 'short', id: 'commande', label: { fr: 'Numéro de commande', en: 'Order number' }, help: { fr: 'Sur le bon de livraison, par exemple ML-12345.', en: 'On the delivery note, such as ML-12345.' }, required: true, max_length: 40 },
        { kind: 'one', id: 'souhait', label: { fr: 'Que souhaitez-vous ?', en: 'What would you like?' }, required: true, options: [
          { id: 'echange', label: { fr: 'Un échange', en: 'An exchange' } }, { id: 'remboursement', label: { fr: 'Un remboursement', en: 'A refund' } }, { id: 'reparation', label: { fr: 'Une réparation', en: 'A repair' } },
        ] },
        { kind: 'short', id: 'contre', label: { fr: 'Contre quel article ?', en: 'For which article?' }, required: true, show: { when: 'all', conditions: [{ field: 'souhait', test: 'is', value: 'echange' }] } },
        { kind: 'long', id: 'recit', label: { fr: 'Que s’est-il passé ?', en: 'What happened?' }, required: true },
        { kind: 'file', id: 'photo', label: { fr: 'Une photo, si elle aide', en: 'A picture, if it helps' }, accepts: 'pictures' },
        { kind: 'consent', id: 'accord', label: { fr: 'Vos données', en: 'Your data' }, required: true, text: { fr: 'J’accepte que Maison Lumen garde ces réponses le temps de traiter ma demande.', en: 'I agree that Maison Lumen keeps these answers for as long as my request takes.' }, text_version: '2026-01' },
      ],
      subject: { fr: 'Retour de la commande {commande}', en: 'Return of order {commande}' },
      sender: { name: 'nom', email: 'courriel', phone: null },
      thanks: { fr: 'Gardez l’article dans son carton, nous vous disons quoi en faire.', en: 'Keep the article in its box, we will tell you what to do with it.' },
    },
  },
  quote: {
    brand: 'clairbois', name: 'Devis pour professionnels', duty: 'karim', reason: 'quote',
    definition: {
      title: { fr: 'Votre devis', en: 'Your quote' },
      intro: { fr: 'Hôtels, bureaux, écoles : à partir de six pièces, nous faisons un prix.', en: 'Hotels, offices, schools: from six pieces on, we make a price.' },
      fields: [
        { kind: 'short', id: 'societe', label: { fr: 'Votre établissement', en: 'Your company' }, required: true },
        { kind: 'short', id: 'nom', label: { fr: 'Votre nom', en: 'Your name' }, required: true },
        { kind: 'email', id: 'courriel', label: { fr: 'Votre adresse de courriel', en: 'Your email address' }, required: true },
        { kind: 'phone', id: 'telephone', label: { fr: 'Votre téléphone', en: 'Your telephone' } },
        { kind: 'short', id: 'meuble', label: { fr: 'Le meuble', en: 'The piece' }, required: true },
        { kind: 'number', id: 'nombre', label: { fr: 'Combien ?', en: 'How many?' }, required: true, min: 6, max: 2_000, whole: true },
        { kind: 'long', id: 'precisions', label: { fr: 'Précisions', en: 'Anything else' } },
      ],
      subject: { fr: 'Devis : {nombre} × {meuble}', en: 'Quote: {nombre} × {meuble}' },
      sender: { name: 'nom', email: 'courriel', phone: 'telephone' },
      thanks: { fr: 'Le devis est valable trois mois, et nous aussi.', en: 'The quote holds for three months, and so do we.' },
    },
  },
} // prettier-ignore

export type Filled = { form: FormName; name: string; customer: CustomerCast; answers: Record<string, string | string[]> }

const returns = [
  { souhait: 'echange', recit: "Dans la boutique elle paraissait grande, chez moi c'est l'appartement qui paraît petit.", contre: 'Le petit modèle' },
  { souhait: 'remboursement', recit: "Offerte deux fois pour le même anniversaire. L'autre était emballée plus joliment, je l'avoue." },
  { souhait: 'reparation', recit: "L'interrupteur est devenu timide : il faut lui demander trois fois.", },
  { souhait: 'echange', recit: "La couleur est très belle, mais mon chat la confond avec le canapé et saute à côté.", contre: 'La même en laiton' },
] as const // prettier-ignore
// Nobody says quite the same as anybody else: three who do are taken for a program.
const months = ['janvier', 'mars', 'avril', 'juin', 'juillet', 'septembre', 'octobre', 'décembre'] as const
const quotes = [
  'Pour nos douze chambres, avec livraison avant la saison.',
  "Nos collaborateurs s'assoient beaucoup, et parfois mal. Du solide, donc.",
  'Un rez-de-chaussée sans marche, un ascenseur capricieux. Devis avec montage, si possible.',
] as const

/** What a customer fills a form in with. The same seed and number give the same. */
export function filledForm(seed: number, number: number, cast: readonly CustomerCast[]): Filled {
  const chance = chanceOf(seed * 15_485_863 + number)
  if (number % 3 === 2) {
    const customer = chance.one(cast.filter((each) => each.company !== null && each.language === 'fr'))
    return {
      form: 'quote', name: formCast.quote.name, customer,
      answers: {
        societe: customer.company?.name ?? '', nom: customer.name, courriel: customer.email, meuble: chance.one(furniture), nombre: String(chance.between(2, 12) * 6),
        precisions: typeset(`${chance.one(quotes)} (${customer.company?.name ?? ''}, à ${customer.city}, pour le mois de ${chance.one(months)}.)`, 'fr'),
      },
    } // prettier-ignore
  }
  const customer = chance.one(cast.filter((each) => each.company === null && each.language === 'fr'))
  const { recit, ...wish } = chance.one(returns)
  const told = fill(`{lampe}, achetée à {ville} le {jour} : ${recit}`, {
    lampe: capital(chance.one(lamps)), ville: customer.city, jour: `${chance.between(2, 28)} ${chance.one(months)}`,
  }) // prettier-ignore
  return {
    form: 'return',
    name: formCast.return.name,
    customer,
    answers: {
      nom: customer.name,
      courriel: customer.email,
      commande: `ML-${chance.between(10_400, 48_900)}`,
      ...wish,
      recit: typeset(told, 'fr'),
      accord: 'yes',
    },
  }
}

/** What we write back. */
export const formAnswer = ({ form, customer }: Filled, agent: string): string => {
  const civil = `${customer.gender === 'f' ? 'Madame' : 'Monsieur'} ${customer.last}`
  const said = {
    return: "Votre demande de retour est acceptée. L'étiquette est jointe à votre page de suivi ; déposez le colis quand vous voulez, le reste est notre affaire.",
    quote: 'Voici notre proposition : dix pour cent de remise, livraison et montage compris, valable trois mois. Je reste joignable pour la moindre question.',
  }
  return typeset(`Bonjour ${civil},\n\n${said[form]}\n\nBien à vous,\n${agent}`, 'fr')
} // prettier-ignore

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('fr') + text.slice(1)
