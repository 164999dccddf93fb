// A small choice of emoji, with what they are called in French and English, for searching and for those who hear them. One line each:
// the sign, the French name, the English name.
const lists = {
  smileys: `😀 sourire|grin
😄 rire|laugh
😂 larmes de joie|tears of joy
😅 sueur|sweat smile
😊 content|blush
🙂 léger sourire|slight smile
😉 clin d’œil|wink
😍 adore|heart eyes
😘 bisou|kiss
🤗 câlin|hug
🤔 réfléchit|thinking
😎 lunettes|cool
😐 neutre|neutral
🙄 yeux au ciel|eye roll
😴 dort|sleep
😢 triste|sad
😭 pleure|crying
😡 en colère|angry
😱 peur|scream
😳 gêné|flushed
🥳 fête|party
🤒 malade|sick
🤯 stupéfait|mind blown
🙈 singe|monkey`,
  hands: `👍 pouce levé|thumbs up
👎 pouce baissé|thumbs down
👌 parfait|ok
👏 bravo|clap
🙌 hourra|hooray
🙏 merci|thanks
🤝 d’accord|handshake
👋 bonjour|wave
✌️ victoire|victory
🤞 doigts croisés|fingers crossed
💪 force|strong
👉 voici|this
☝️ attention|point up
🤷 je ne sais pas|shrug
🤦 oh non|facepalm
✍️ écrit|write`,
  hearts: `❤️ cœur|heart
🧡 cœur orange|orange heart
💛 cœur jaune|yellow heart
💚 cœur vert|green heart
💙 cœur bleu|blue heart
💜 cœur violet|purple heart
💔 cœur brisé|broken heart
✨ étincelles|sparkles
🎉 célébration|celebration
🎁 cadeau|gift
🌹 rose|rose
🔥 feu|fire`,
  things: `✅ fait|done
❌ non|no
❓ question|question
❗ important|exclamation
⏰ heure|alarm clock
📅 calendrier|calendar
📦 colis|parcel
🚚 livraison|delivery
📄 document|document
📷 photo|photo
📞 téléphone|phone
✉️ lettre|letter
💻 ordinateur|computer
🔑 clé|key
💶 euros|money
💳 carte|card
🏠 maison|home
🚗 voiture|car
🚲 vélo|bicycle
✈️ avion|plane
☀️ soleil|sun
🌧️ pluie|rain
☕ café|coffee
🎂 gâteau|cake`,
} as const

export type Emoji = { sign: string; fr: string; en: string }
export const kinds = ['smileys', 'hands', 'hearts', 'things'] as const
export type Kind = (typeof kinds)[number]

export const emojiOf = (kind: Kind): Emoji[] =>
  lists[kind].split('\n').map((line) => {
    const [sign = '', names = ''] = line.split(/ (.*)/)
    const [fr = '', en = ''] = names.split('|')
    return { sign, fr, en }
  })

/** Those whose name in either language holds what is looked for, accents and capitals aside. */
export function findEmoji(wanted: string): Emoji[] {
  const plain = bare(wanted)
  return kinds.flatMap(emojiOf).filter(({ fr, en }) => bare(`${fr} ${en}`).includes(plain))
}

const bare = (text: string): string =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace('œ', 'oe').replace('’', "'").trim()
