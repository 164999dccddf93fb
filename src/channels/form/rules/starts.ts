// Forms to begin with: whole and good as they are, to be made one's own. Pure.
import { definitionShape, type Definition, type DefinitionGiven, type FormStart } from '../../contract/form.ts'

const name = { id: 'nom', kind: 'short', label: { fr: 'Votre nom', en: 'Your name' }, required: true, max_length: 120 } as const
const email = {
  id: 'courriel', kind: 'email', label: { fr: 'Votre adresse électronique', en: 'Your email address' }, required: true,
  help: { fr: 'Nous vous répondrons à cette adresse.', en: 'We will answer you at this address.' },
} as const // prettier-ignore
const phone = { id: 'telephone', kind: 'phone', label: { fr: 'Votre téléphone', en: 'Your phone number' } } as const
const files = {
  id: 'pieces', kind: 'file', label: { fr: 'Pièces jointes', en: 'Attachments' }, most_files: 3, accepts: 'both',
  help: { fr: 'Photos ou documents utiles, 10 Mo chacun au plus.', en: 'Useful pictures or documents, 10 MB each at most.' },
} as const // prettier-ignore
const consent = {
  id: 'consentement', kind: 'consent', label: { fr: 'Vos données', en: 'Your data' }, required: true, text_version: '1',
  text: {
    fr: 'J’accepte que les informations saisies servent à traiter ma demande. Elles ne sont utilisées pour rien d’autre.',
    en: 'I agree that what I have written is used to handle my request. It is used for nothing else.',
  },
} as const // prettier-ignore
const yesNo = [{ id: 'oui', label: { fr: 'Oui', en: 'Yes' } }, { id: 'non', label: { fr: 'Non', en: 'No' } }] as const // prettier-ignore

const contact: DefinitionGiven = {
  title: { fr: 'Nous écrire', en: 'Write to us' },
  intro: { fr: 'Une question, une demande ? Une personne vous répond, et vous savez laquelle.', en: 'A question, a request? A person answers you, and you know who.' },
  subject: { fr: '{objet}', en: '{objet}' },
  sender: { name: 'nom', email: 'courriel', phone: 'telephone' },
  thanks: { fr: 'Nous vous répondons au plus vite.', en: 'We will answer as soon as we can.' },
  fields: [
    name,
    email,
    phone,
    { id: 'objet', kind: 'short', label: { fr: 'Objet', en: 'Subject' }, required: true, max_length: 150 },
    { id: 'message', kind: 'long', label: { fr: 'Votre message', en: 'Your message' }, required: true },
    files,
    consent,
  ].map((field) => structuredClone(field)) as DefinitionGiven['fields'], // the literals are read-only, the shape is not
} // prettier-ignore

const complaint: DefinitionGiven = {
  title: { fr: 'Réclamation', en: 'Complaint' },
  intro: { fr: 'Dites-nous ce qui s’est passé. Une personne en répond jusqu’au bout.', en: 'Tell us what happened. One person answers for it to the end.' },
  subject: { fr: 'Réclamation : {sujet} – {nom}', en: 'Complaint: {sujet} – {nom}' },
  sender: { name: 'nom', email: 'courriel', phone: 'telephone' },
  thanks: { fr: 'Votre réclamation est entre les mains d’une personne, qui vous tiendra au courant.', en: 'Your complaint is in the hands of a person who will keep you informed.' },
  fields: [
    {
      id: 'sujet', kind: 'one', label: { fr: 'De quoi s’agit-il ?', en: 'What is it about?' }, required: true,
      options: [
        { id: 'livraison', label: { fr: 'Une livraison', en: 'A delivery' } },
        { id: 'produit', label: { fr: 'Un produit', en: 'A product' } },
        { id: 'facture', label: { fr: 'Une facture', en: 'An invoice' } },
        { id: 'accueil', label: { fr: 'L’accueil', en: 'How you were received' } },
        { id: 'autre', label: { fr: 'Autre chose', en: 'Something else' } },
      ],
    },
    {
      id: 'commande', kind: 'short', label: { fr: 'Numéro de commande', en: 'Order number' }, max_length: 40, required: true,
      show: { when: 'any', conditions: [{ field: 'sujet', test: 'is', value: 'livraison' }, { field: 'sujet', test: 'is', value: 'produit' }] },
    },
    {
      id: 'facture', kind: 'short', label: { fr: 'Numéro de facture', en: 'Invoice number' }, max_length: 40, required: true,
      show: { when: 'all', conditions: [{ field: 'sujet', test: 'is', value: 'facture' }] },
    },
    { id: 'quand', kind: 'date', label: { fr: 'Quand cela s’est-il passé ?', en: 'When did it happen?' } },
    { id: 'message', kind: 'long', label: { fr: 'Que s’est-il passé ?', en: 'What happened?' }, required: true },
    { id: 'attente', kind: 'long', label: { fr: 'Qu’attendez-vous de nous ?', en: 'What do you expect from us?' }, max_length: 2_000 },
    { id: 'deja', kind: 'one', label: { fr: 'Nous en avez-vous déjà parlé ?', en: 'Have you told us about it before?' }, options: [...yesNo] },
    {
      id: 'dossier', kind: 'number', label: { fr: 'Numéro du dossier, si vous l’avez', en: 'Number of the request, if you have it' }, whole: true, min: 1,
      show: { when: 'all', conditions: [{ field: 'deja', test: 'is', value: 'oui' }] },
    },
    files,
    name,
    email,
    phone,
    consent,
  ].map((field) => structuredClone(field)) as DefinitionGiven['fields'], // as above
} // prettier-ignore

const empty: DefinitionGiven = { title: { fr: 'Nouveau formulaire', en: 'New form' }, fields: [] }
const starts: Readonly<Record<FormStart, DefinitionGiven>> = { contact, complaint, empty }

export const startOf = (start: FormStart): Definition => definitionShape.parse(starts[start])
