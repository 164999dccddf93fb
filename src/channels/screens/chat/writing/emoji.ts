// The emoji one uses with customers, each with the words it is found by, French and English. A short list on purpose.
export type Emoji = { sign: string; words: string }

const LIST = `
🙂 sourire merci smile thanks
😀 joie content happy joy
😄 rire ravi laugh glad
😉 clin oeil wink
😊 heureux doux happy warm
😅 ouf gêné phew sweat
😂 rire larmes laugh tears
🥲 ému touched
😍 amour adore love
😮 surprise surprised oh
😢 triste sad tear
😕 confus embêté confused
😬 aïe gêne oops
🤔 réfléchir question think
🙄 soupir roll eyes
😴 fatigue nuit tired night
😎 cool soleil sun
🤗 bienvenue câlin welcome hug
🙏 merci prière thanks please
👍 accord bien ok yes good
👎 non mauvais no bad
👌 parfait ok perfect
👏 bravo applaudir clap
🙌 bravo victoire hooray
🤝 accord marché deal shake
👋 bonjour salut au revoir hello bye wave
💪 courage force strong
✌️ paix victoire peace
👉 ici voilà here point
👀 regarder voir look eyes
❤️ coeur amour heart love
💙 coeur bleu heart blue
💚 coeur vert heart green
💔 coeur brisé broken heart
✨ nouveau étincelle sparkle new
🎉 fête bravo party
🎁 cadeau gift
🎂 anniversaire gâteau birthday cake
⭐ étoile star
🔥 feu chaud fire hot
✅ fait validé done check
❌ non erreur no error
⚠️ attention alerte warning
❓ question
❗ important exclamation
💡 idée astuce idea tip
📦 colis paquet parcel box
🚚 livraison camion delivery truck
📬 courrier boîte mail post
📧 courriel mail email
📞 téléphone appel phone call
📱 mobile téléphone phone
💻 ordinateur computer
🖨️ imprimante printer
🧾 facture ticket invoice receipt
💳 carte paiement card payment
💶 argent euro remboursement money refund
🏷️ prix étiquette price label
🛒 panier achat cart basket
🏪 magasin boutique shop store
🏠 maison adresse home address
📍 lieu adresse place pin
📅 date calendrier calendar date
⏰ heure réveil clock time
⏳ attente patience wait hourglass
🔒 sécurité cadenas lock secure
🔑 clé accès key access
🔧 réparer outil repair tool
📎 pièce jointe trombone attachment clip
📝 note écrire note write
🔗 lien link
☀️ soleil beau sun
🌧️ pluie rain
❄️ neige froid snow cold
🌿 plante vert plant green
☕ café pause coffee
🍀 chance luck
🇫🇷 france drapeau flag
🇬🇧 anglais drapeau english flag
`

export const emoji: readonly Emoji[] = LIST.trim()
  .split('\n')
  .map((line) => ({ sign: line.slice(0, line.indexOf(' ')), words: line.slice(line.indexOf(' ') + 1) }))

/** Those of which a word begins with what was typed, whatever the accents; the first words weigh most. At most `most`. */
export function findEmoji(typed: string, most = 6): Emoji[] {
  const sought = bare(typed)
  if (sought === '') return emoji.slice(0, most)
  const place = ({ words }: Emoji): number => bare(words).split(' ').findIndex((word) => word.startsWith(sought)) // prettier-ignore
  return emoji
    .map((each) => ({ each, at: place(each) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)
    .slice(0, most)
    .map(({ each }) => each)
}

const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
