import type { Story } from './story.ts'

export const furnitureStories: readonly Story[] = [
  {
    key: 'screw', door: 'clairbois', reason: 'damage', subject: 'Il manque la vis n° 7',
    turns: [
      ['customer', 0, "Bonjour,\n\nLa {meuble} est montée, sauf la vis n° 7, qui n'était pas dans le sachet. J'ai cherché sous le tapis, dans le carton et dans le chien.\n\nPouvez-vous m'en envoyer une ?\n\n{moi}"],
      ['us', 3, "Bonjour {civil},\n\nDeux vis n° 7 partent ce soir en lettre suivie, une pour la {meuble} et une pour le chien s'il y prend goût.\n\nMerci d'avoir pris la chose ainsi.\n\n{agent}"],
      ['customer', 50, "Reçues, montée, solide. Le chien n'a rien voulu savoir.\n\n{moi}"],
    ],
    ends: 'closed',
  },
  {
    key: 'wobble', door: 'clairbois', reason: 'fault', subject: 'Une {meuble} qui danse',
    turns: [
      ['customer', 0, "Bonjour,\n\nMa {meuble} boite. J'ai vérifié avec un niveau : le sol est droit, elle non. Un des pieds est plus court de trois millimètres environ.\n\nCommande {commande}, livrée il y a dix jours.\n\nCordialement,\n{moi}", 'photo'],
      ['us', 6, "Bonjour {civil},\n\nTrois millimètres, c'est trois de trop. Je vous envoie un pied de la même essence, assorti d'après votre photo. L'échange demande une clé de 6 et cinq minutes.\n\nSi vous préférez, un artisan de {ville} passe le faire chez vous, à nos frais. Que choisissez-vous ?\n\n{agent}"],
      ['customer', 30, "La clé de 6 me va. Envoyez le pied, je m'en charge.\n\n{moi}"],
      ['us', 4, "Il part demain matin. Je vous écris dans une semaine pour savoir si elle a cessé de danser.\n\n{agent}"],
    ],
    ends: 'waiting_customer',
  },
  {
    key: 'stairs', door: 'clairbois', reason: 'delivery', subject: 'Livraison au quatrième sans ascenseur',
    turns: [
      ['customer', 0, "Bonjour,\n\nJe dois recevoir une {meuble} jeudi. J'habite au quatrième étage, sans ascenseur, avec un escalier en colimaçon que même les pizzas redoutent.\n\nVos livreurs montent-ils ?\n\n{moi}"],
      ['us', 5, "Bonjour {civil},\n\nIls montent, à deux, avec des sangles. J'ai noté le colimaçon sur le bon. Pourriez-vous mesurer la largeur de la marche au plus étroit ? Sous 62 cm, nous livrons en deux colis à assembler sur place.\n\n{agent}"],
      ['customer', 18, "58 cm au plus étroit. Deux colis, donc ?\n\n{moi}"],
    ],
    ends: 'waiting_us',
  },
  {
    key: 'scratch', door: 'clairbois', reason: 'damage', subject: 'Rayure sur le plateau',
    turns: [
      ['customer', 0, "Bonjour,\n\nEn déballant la {meuble}, j'ai trouvé une rayure d'une dizaine de centimètres sur le plateau. Elle se voit surtout le soir, en lumière rasante.\n\nQue proposez-vous ?\n\n{moi}", 'photo'],
      ['us', 8, "Bonjour {civil},\n\nMerci pour la photo, on la voit très bien. Deux possibilités, à vous de choisir :\n\n1. nous changeons le plateau (livré et repris sous dix jours) ;\n2. vous la gardez ainsi, avec une baguette de cire de la bonne teinte et 60 € rendus.\n\n{agent}"],
      ['customer', 40, "La deuxième. Une maison où rien n'est rayé, personne n'y habite.\n\n{moi}"],
      ['us', 3, "C'est noté, et c'est joliment dit. Les 60 € sont rendus ce soir, la cire part demain.\n\n{agent}"],
    ],
    ends: 'closed',
  },
  {
    key: 'wood', door: 'clairbois', reason: 'advice', subject: 'Huile ou cire ?',
    turns: [
      ['customer', 0, "Bonjour,\n\nNotre {meuble} a deux ans. Mon père jure par la cire, ma compagne par l'huile, et le mode d'emploi par « un produit adapté ».\n\nQui a raison ?\n\n{moi}"],
      ['us', 20, "Bonjour {civil},\n\nVotre compagne. Le chêne de la {meuble} est huilé : la cire n'y pénètre pas et colle aux coudes. Une huile dure, une fois par an, sur un chiffon qui ne peluche pas.\n\nVous pouvez dire à votre père que la cire est parfaite pour les parquets. C'est vrai, et cela le consolera.\n\n{agent}"],
      ['customer', 14, "Il est vexé mais il huile. Merci !\n\n{moi}"],
    ],
    ends: 'closed',
  },
  {
    key: 'cancel', door: 'clairbois', reason: 'order', subject: 'Annuler la commande {commande}',
    turns: [
      ['customer', 0, "Bonjour,\n\nJe souhaite annuler ma commande {commande}. La {meuble} était pour mon fils, qui vient d'annoncer qu'il s'installe avec quelqu'un qui a déjà tout.\n\nMerci,\n{moi}"],
      ['us', 2, "Bonjour {civil},\n\nC'est annulé : elle n'était pas encore partie, rien ne sera débité. Félicitations à votre fils, et à la personne qui a déjà tout.\n\n{agent}"],
    ],
    ends: 'closed',
  },
  {
    key: 'late', door: 'clairbois', reason: 'complaint', subject: 'Cinq semaines au lieu de deux',
    turns: [
      ['customer', 0, "Bonjour,\n\nVous annonciez deux semaines pour la {meuble}. Nous en sommes à cinq. Entre-temps nous mangeons par terre, ce qui est pittoresque un soir.\n\nJe veux une date, pas une excuse.\n\n{moi}"],
      ['us', 3, "Bonjour {civil},\n\nUne date : mercredi, avant midi. Le retard vient d'un lot de chêne refusé par notre contrôle, et nous aurions dû vous le dire il y a trois semaines. Les frais de livraison vous sont rendus.\n\nJe vous appelle mercredi à 12 h 15.\n\n{agent}"],
      ['customer', 70, "Livrée mercredi à 11 h 40. Nous avons dîné assis. Je retire « pittoresque ».\n\n{moi}"],
    ],
    ends: 'closed',
  },
  {
    key: 'plan', door: 'clairbois', reason: 'advice', subject: 'Est-ce que ça passe ?',
    turns: [
      ['customer', 0, "Bonjour,\n\nVoici le plan de l'entrée, fait à la règle par ma fille de neuf ans (les mesures sont justes, le chat est à l'échelle). La {meuble} passe-t-elle entre la porte et le radiateur ?\n\nMerci,\n{moi}", 'plan'],
      ['us', 9, "Bonjour {civil},\n\nElle passe, avec quatre centimètres de jeu côté radiateur. Le plan est excellent : nous l'avons montré à notre bureau d'études, qui propose un stage.\n\nLaissez tout de même dix centimètres si le radiateur chauffe fort ; en version étroite, il y en aurait douze.\n\n{agent}"],
      ['customer', 24, "Va pour la version étroite. Ma fille demande si le stage est payé.\n\n{moi}"],
    ],
    ends: 'waiting_us',
  },
] // prettier-ignore
