import type { Story } from './story.ts'

export const professionalStories: readonly Story[] = [
  {
    key: 'rooms',
    door: 'pro',
    reason: 'quote',
    subject: 'Devis : {nombre} appliques pour nos chambres',
    turns: [
      [
        'customer',
        0,
        "Bonjour,\n\nNous rénovons nos chambres cet hiver et souhaitons les équiper de {nombre} appliques Tournesol, en laiton vieilli.\n\nPouvez-vous nous faire parvenir un devis, délai compris, et nous dire si une pièce peut nous être prêtée pour la présenter à l'architecte ?\n\nBien cordialement,\n{moi}\n{societe}",
        'logo',
      ],
      [
        'us',
        20,
        "Bonjour {civil},\n\nVoici le devis en pièce jointe : {nombre} appliques, remise de 18 %, livraison en deux fois pour suivre votre chantier. Une pièce de prêt part aujourd'hui ; vous pouvez la garder trois semaines.\n\nJe reste votre interlocuteur du premier croquis à la dernière ampoule.\n\n{agent}",
        'label',
      ],
      [
        'customer',
        70,
        "Merci, le devis convient. L'architecte demande si la patine peut être un peu plus sombre. Si oui, nous confirmons.\n\n{moi}",
      ],
      [
        'us',
        22,
        "C'est possible : patine « tabac », sans supplément, deux jours de plus. Je vous fais suivre un échantillon par coursier à {ville}.\n\n{agent}",
      ],
    ],
    ends: 'waiting_customer',
  },
  {
    key: 'terms',
    door: 'pro',
    reason: 'invoice',
    subject: 'Facture {commande} : numéro d’engagement',
    turns: [
      [
        'customer',
        0,
        "Bonjour,\n\nVotre facture {commande} nous est revenue du service comptable : il manque le numéro d'engagement, sans lequel le règlement est impossible (et croyez bien que nous le regrettons).\n\nPourriez-vous la rééditer ?\n\n{moi}\n{societe}",
      ],
      [
        'us',
        4,
        "Bonjour {civil},\n\nLa facture rectifiée est jointe, le numéro d'engagement figure en tête. Je l'ai ajouté à votre fiche : les suivantes le porteront d'elles-mêmes.\n\n{agent}",
        'label',
      ],
      ['customer', 26, "Parfait, mise en paiement aujourd'hui.\n\n{moi}"],
    ],
    ends: 'closed',
  },
  {
    key: 'terrace',
    door: 'pro',
    reason: 'quote',
    subject: 'Guirlandes pour la terrasse',
    turns: [
      [
        'customer',
        0,
        "Bonjour,\n\nNotre terrasse ouvre dans trois semaines et il nous faudrait {nombre} guirlandes Quatorze-Juillet, résistantes à la pluie et à l'enthousiasme des clients.\n\nEst-ce tenable ?\n\n{moi}\n{societe}",
      ],
      [
        'us',
        3,
        "Bonjour {civil},\n\nC'est tenable. Elles sont IP65 (la pluie) et livrées avec des ampoules incassables (l'enthousiasme). Je bloque le stock jusqu'à vendredi.\n\nCombien de mètres entre les deux points d'accroche les plus éloignés ?\n\n{agent}",
      ],
      ['customer', 19, 'Dix-huit mètres, avec un platane au milieu qui peut servir.\n\n{moi}'],
    ],
    ends: 'waiting_us',
  },
]

export const englishStories: readonly Story[] = [
  {
    key: 'plug', door: 'english', reason: 'advice', subject: 'Does the {lamp} come with a UK plug?',
    turns: [
      ['customer', 0, "Hello,\n\nI am about to order the {lamp} and cannot find which plug it comes with. My last French lamp has been living with an adaptor the size of a brick.\n\nKind regards,\n{moi}"],
      ['us', 4, "Dear {moi},\n\nIt comes with whichever plug you ask for. I have added \"UK, 3 A fuse\" to your basket, so there is nothing to do but order.\n\nMay the brick rest in peace.\n\n{agent}"],
      ['customer', 20, "Ordered. That was the easiest question I have asked all year. Thank you!\n\n{moi}"],
    ],
    ends: 'closed',
  },
  {
    key: 'teapot', door: 'english', reason: 'damage', subject: 'Order {commande}: shade cracked in transit',
    turns: [
      ['customer', 0, "Hello,\n\nMy order {commande} came this morning. The box looks as if it had been played with by a larger box, and the shade of the {lamp} is cracked. Photo attached.\n\nCould you send another, or should I return everything?\n\nMany thanks,\n{moi}", 'photo'],
      ['us', 6, "Dear {moi},\n\nI am sorry about that. A new shade leaves our workshop tomorrow; you keep the base, and there is nothing to return. It should be with you by Thursday.\n\nI will write on Friday to make sure it arrived in one piece.\n\n{agent}"],
      ['customer', 66, "It arrived, in one piece, in a very serious amount of paper. Lovely service.\n\n{moi}"],
    ],
    ends: 'closed',
  },
  {
    key: 'customs', door: 'english', reason: 'invoice', subject: 'Customs charge on {commande}',
    turns: [
      ['customer', 0, "Dear team,\n\nThe courier asks me for a customs charge on order {commande}, although your website says duties are included. Which of you is right?\n\nRegards,\n{moi}"],
      ['us', 5, "Dear {moi},\n\nWe are: duties are included, and the courier has missed the code on the label. Please do not pay. I have sent them the form; they will release the parcel within a day.\n\n{agent}"],
      ['customer', 26, "They now say they never received any form. I am starting to feel like a tennis ball.\n\n{moi}"],
    ],
    ends: 'waiting_us',
  },
  {
    key: 'lobby', door: 'english', reason: 'quote', subject: 'Pendants for a hotel lobby',
    turns: [
      ['customer', 0, "Hello,\n\nWe are looking for {nombre} Nénuphar pendants for our lobby, hung at three different heights. Could you advise on the drop for a ceiling of 4.6 m, and quote?\n\nBest,\n{moi}\n{societe}", 'plan'],
      ['us', 22, "Dear {moi},\n\nFor 4.6 m we suggest drops of 1.4, 1.8 and 2.3 m, the lowest away from the door. The quote is attached; it holds for sixty days.\n\nWould a short call with our designer help? She is free on Tuesday.\n\n{agent}", 'label'],
    ],
    ends: 'waiting_customer',
  },
] // prettier-ignore
