// What people say in a chat: short lines, several at once, and a second thought when somebody answers. Pure, by seed.
import type { CustomerCast } from './cast.ts'
import { chanceOf, type Chance } from './chance.ts'
import { furniture, lamps, lampsInEnglish } from './names.ts'
import type { Reason } from './story.ts'
import { fill, typeset } from './typography.ts'

export type ChatStory = {
  key: string
  brand: 'lumen' | 'clairbois'
  language: 'fr' | 'en'
  reason: Reason
  opens: readonly string[] // said one after the other
  answer: string // ours, when the chat lies in the past
  replies: readonly string[] // said after each answer of ours, one a time
}

const stories: readonly ChatStory[] = [
  {
    key: 'cart', brand: 'lumen', language: 'fr', reason: 'order',
    opens: ['Bonjour, mon panier se vide tout seul', 'à chaque fois que je clique sur « payer »', "c'est la {lampe}, il n'en reste que deux 😬"],
    answer: "Bonjour {prenom}, je vous en mets une de côté à votre nom, elle ne bougera pas avant demain soir. Voici pourquoi le panier se vide : la session expire au bout de vingt minutes. Réessayez, la vôtre vous attend.",
    replies: ['Ah ! Ça a marché, merci 🙏', "Je vous ai noté 5 étoiles avant même d'avoir été livré."],
  },
  {
    key: 'dimmer', brand: 'lumen', language: 'fr', reason: 'advice',
    opens: ['Bonjour', 'la {lampe} se règle-t-elle avec un variateur ?', "le mien est d'une marque allemande dont j'ai oublié le nom"],
    answer: 'Bonjour {prenom}, oui, avec tout variateur « fin de phase ». Si le vôtre a moins de dix ans, il l’est. Une photo de la plaque et je vous le confirme.',
    replies: ["Je cherche la plaque… elle est derrière l'armoire normande", "Trouvée : il est bien « fin de phase ». Je commande."],
  },
  {
    key: 'courier', brand: 'lumen', language: 'fr', reason: 'delivery',
    opens: ['Le livreur dit que je suis absent', 'je suis devant la porte', 'la porte aussi', 'commande {commande}'],
    answer: 'Bonjour {prenom}, il est à l’ancienne adresse, deux rues plus loin. Je l’ai au téléphone, il fait demi-tour : restez devant la porte, il arrive dans dix minutes.',
    replies: ['Je le vois !', 'Il a eu le temps de prendre un café. Colis reçu, merci.'],
  },
  {
    key: 'invoice', brand: 'lumen', language: 'fr', reason: 'invoice',
    opens: ['Bonjour, il me faudrait la facture de la commande {commande}', 'au nom de mon entreprise, avec le numéro de TVA'],
    answer: 'Bonjour {prenom}, avec plaisir. Donnez-moi le nom exact et le numéro, la facture part dans la minute.',
    replies: ["C'est pour l'atelier de {ville}, je vous envoie le numéro par courriel", 'Reçue. Efficace, comme votre lampe.'],
  },
  {
    key: 'moth', brand: 'lumen', language: 'fr', reason: 'fault',
    opens: ['Bonsoir', "un papillon s'est installé dans ma {lampe}", 'il a l’air bien', 'comment on ouvre le globe sans rien casser ?'],
    answer: 'Bonsoir {prenom}, un quart de tour vers la gauche, lampe éteinte et froide. Ouvrez la fenêtre avant le globe, il saura quoi faire.',
    replies: ['Il est parti. Il a laissé un mot de remerciement, je crois.', 'Bonne soirée à vous !'],
  },
  {
    key: 'wobble', brand: 'clairbois', language: 'fr', reason: 'fault',
    opens: ['Bonjour, {meuble} boite', 'vous promettez « petit mobilier qui ne danse pas »', 'le mien fait la valse'],
    answer: 'Bonjour {prenom}, un meuble qui valse, c’est contraire à nos statuts. Sous chaque pied il y a une vis de réglage : tournez celle du pied qui ne touche pas. Sinon, je vous envoie un pied neuf aujourd’hui.',
    replies: ['Il y avait bien une vis. Fin de la valse.', 'Merci, et bravo pour l’humour 😄'],
  },
  {
    key: 'lift', brand: 'clairbois', language: 'fr', reason: 'delivery',
    opens: ['Bonjour, livraison prévue demain', 'ascenseur en panne, 6e étage', '{meuble} pèse combien ?'],
    answer: 'Bonjour {prenom}, trente et un kilos en deux colis, à deux porteurs. Je préviens l’équipe ; s’ils renoncent devant l’escalier, nous reviendrons mercredi sans frais.',
    replies: ['Trente et un, ça ira. Je prépare du café pour les porteurs.', "L'ascenseur vient de remarcher, par peur sans doute."],
  },
  {
    key: 'oak', brand: 'clairbois', language: 'fr', reason: 'advice',
    opens: ['Bonjour !', 'chêne clair ou chêne fumé pour {meuble} ?', 'mon parquet hésite aussi'],
    answer: 'Bonjour {prenom}, sur un parquet clair, le fumé ; sur un parquet foncé, le clair. Si le parquet hésite, envoyez une photo, nous hésiterons ensemble.',
    replies: ['Il est plutôt miel…', 'Va pour le fumé. Vous êtes de bon conseil.'],
  },
  {
    key: 'plug', brand: 'lumen', language: 'en', reason: 'advice',
    opens: ['Hi there', 'does the {lamp} come with a UK plug?', 'my last one had me rewiring at midnight'],
    answer: 'Hello {prenom}, it does if you choose “United Kingdom” at the till, and we put an adaptor in the box either way. No more midnight rewiring.',
    replies: ['Brilliant. Ordering two.', 'You have saved a marriage. Thank you!'],
  },
  {
    key: 'customs', brand: 'lumen', language: 'en', reason: 'delivery',
    opens: ['Hello, my parcel {commande} has been “in customs” for six days', 'is there anything I should sign?'],
    answer: 'Hello {prenom}, nothing to sign: they lacked a form of ours, which I have just sent them. You will have the parcel by Friday.',
    replies: ['By Friday? I hold you to it 🙂', 'It has just arrived. Two days early!'],
  },
] // prettier-ignore

export type ChatTold = {
  story: ChatStory
  customer: CustomerCast
  opens: string[]
  answer: string
  replies: string[]
}

/** A customer comes into the chat. The same seed and number tell the same. */
export function chatOf(seed: number, number: number, cast: readonly CustomerCast[]): ChatTold {
  const chance = chanceOf(seed * 104_729 + number)
  const story = stories[number % stories.length]!
  const speakers = cast.filter((each) => each.language === story.language && each.company === null)
  return tellChat(story, chance.one(speakers), chance)
}

export const chatStories = stories

export function tellChat(story: ChatStory, customer: CustomerCast, chance: Chance): ChatTold {
  const values = {
    prenom: customer.first,
    lampe: chance.one(lamps),
    lamp: chance.one(lampsInEnglish),
    meuble: `ma ${chance.one(furniture)}`,
    commande: `${chance.one(['ML', 'MC'])}-${chance.between(10_400, 48_900)}`,
    ville: customer.city,
  }
  const say = (text: string): string => typeset(fill(text, values), story.language)
  return { story, customer, opens: story.opens.map(say), answer: say(story.answer), replies: story.replies.map(say) }
}
