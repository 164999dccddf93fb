import type { Story } from './story.ts'

export const lampStories: readonly Story[] = [
  {
    key: 'cracked', door: 'lumen', reason: 'damage', subject: 'La {lampe} est arrivée fêlée',
    turns: [
      ['customer', 0, "Bonjour,\n\nJ'ai reçu ce matin ma commande {commande}. Le carton était impeccable, mais l'abat-jour de la {lampe} est fêlé sur toute la hauteur. Je l'avais choisie pour l'anniversaire de ma mère, samedi.\n\nEst-ce que vous pouvez m'en envoyer une autre à temps ?\n\n{moi}", 'photo'],
      ['us', 5, "Bonjour {civil},\n\nUn abat-jour fêlé à trois jours d'un anniversaire, ce n'est pas possible. Une autre {lampe} part cet après-midi de notre atelier de {ville}, par transporteur express : vous l'aurez vendredi avant midi.\n\nGardez la première, elle fera peut-être le bonheur d'un bricoleur. Rien à nous renvoyer.\n\nBien à vous,\n{agent}"],
      ['customer', 44, "Bonjour {prenomAgent},\n\nElle est arrivée, intacte, et ma mère l'a allumée en plein jour pour la montrer à tout le monde. Merci d'avoir réagi si vite !\n\n{moi}"],
    ],
    ends: 'closed',
  },
  {
    key: 'where', door: 'lumen', reason: 'delivery', subject: 'Commande {commande} : toujours rien',
    turns: [
      ['customer', 0, "Bonjour,\n\nMa {lampe} devait arriver mardi. Nous sommes vendredi, le suivi dit « en cours d'acheminement » depuis quatre jours, et personne ne répond chez le transporteur.\n\nPouvez-vous me dire où elle se trouve ?\n\nCordialement,\n{moi}"],
      ['us', 3, "Bonjour {civil},\n\nJ'ai eu le dépôt de {ville} au téléphone : votre colis y est, l'étiquette s'était décollée. Il a été réétiqueté devant moi (enfin, au bout du fil) et sera livré lundi entre 9 h et 13 h.\n\nSi lundi ne vous va pas, répondez-moi simplement, je décale.\n\n{agent}"],
      ['customer', 20, "Lundi, c'est parfait. Le numéro de l'interphone est le 14B, le nom n'est pas encore dessus.\n\n{moi}"],
      ['us', 2, "C'est noté et transmis au livreur : 14B, sans nom.\n\nJe regarde lundi à 13 h si tout s'est bien passé.\n\n{agent}"],
    ],
    ends: 'closed',
  },
  {
    key: 'hum', door: 'lumen', reason: 'fault', subject: 'Un petit bourdonnement',
    turns: [
      ['customer', 0, "Bonsoir,\n\nMa {lampe} bourdonne. Pas très fort, mais la nuit on n'entend qu'elle. Mon mari dit que c'est dans ma tête ; le chat et moi sommes d'un autre avis.\n\nEst-ce normal ?\n\n{moi}"],
      ['us', 14, "Bonjour {civil},\n\nLe chat et vous avez raison : certains variateurs anciens font vibrer le transformateur de la {lampe}. Est-elle branchée sur un variateur ? Si oui, de quelle marque ?\n\nEn attendant, réglez-la au maximum : le bourdonnement cesse.\n\n{agent}"],
      ['customer', 26, "C'est bien un variateur, il doit dater de la construction de la maison. La marque est effacée. À pleine puissance, silence complet. Le chat vous remercie.\n\n{moi}", 'photo'],
      ['us', 4, "Merci pour la photo, je reconnais le modèle. Je vous envoie gratuitement un variateur compatible, avec un schéma de montage d'une page. Il faut couper le courant ; si vous avez le moindre doute, dites-le-moi, nous avons un électricien partenaire à {ville}.\n\n{agent}"],
    ],
    ends: 'waiting_customer',
  },
  {
    key: 'bulb', door: 'lumen', reason: 'advice', subject: 'Quelle ampoule pour la {lampe} ?',
    turns: [
      ['customer', 0, "Bonjour,\n\nL'ampoule livrée avec la {lampe} vient de rendre l'âme. Au magasin de bricolage, le vendeur m'en a proposé onze. Laquelle dois-je prendre ?\n\nMerci,\n{moi}"],
      ['us', 6, "Bonjour {civil},\n\nUne E27, 806 lm, 2 700 K. Au-delà de 2 700 K, la lumière devient bleutée et l'abat-jour perd sa couleur.\n\nEt comme la vôtre a duré moins de deux ans, je vous en envoie une : elle est garantie.\n\n{agent}"],
      ['customer', 30, "Voilà ce que j'appelle une réponse. Merci !\n\n{moi}"],
    ],
    ends: 'closed',
  },
  {
    key: 'twice', door: 'lumen', reason: 'invoice', subject: 'Débité deux fois',
    turns: [
      ['customer', 0, "Bonjour,\n\nJe vois deux débits de {prix} sur mon compte pour la commande {commande}. Je n'ai pourtant commandé qu'une {lampe}.\n\nMerci de vérifier et de me dire quand le second me sera rendu.\n\n{moi}"],
      ['us', 4, "Bonjour {civil},\n\nVous avez raison : le paiement a été présenté deux fois, à onze secondes d'écart. Le second débit est annulé depuis ce matin ; selon votre banque, il disparaîtra de votre relevé sous deux à cinq jours ouvrés.\n\nJe garde ce dossier ouvert et je vous écris vendredi pour m'en assurer.\n\n{agent}"],
      ['us', 70, "Bonjour {civil},\n\nComme promis : l'annulation est confirmée par notre banque. L'avez-vous bien vue passer de votre côté ?\n\n{agent}"],
      ['customer', 9, "Oui, c'est bon. Merci de m'avoir écrit sans que je le demande, c'est rare.\n\n{moi}"],
    ],
    ends: 'closed',
  },
  {
    key: 'colour', door: 'lumen', reason: 'return', subject: 'Ce n’est pas le vert de la photo',
    turns: [
      ['customer', 0, "Bonjour,\n\nSur le site, la {lampe} est vert sauge. Chez moi elle est vert grenouille. J'aime beaucoup les grenouilles, mais pas dans mon salon.\n\nComment fait-on pour la rendre ?\n\n{moi}"],
      ['us', 7, "Bonjour {civil},\n\nVous avez quatorze jours, et même trente chez nous. Voici l'étiquette de retour en pièce jointe : le point relais le plus proche est à {ville}. Le remboursement part dès que le colis est scanné, sans attendre qu'il arrive.\n\nUne question pour nous aider : avez-vous des ampoules à lumière froide ? Le vert y vire beaucoup.\n\n{agent}", 'label'],
      ['customer', 50, "Bon. J'ai changé l'ampoule comme vous le suggériez. C'est un vert sauge magnifique. Je la garde, et j'ai un peu honte pour la grenouille.\n\n{moi}"],
      ['us', 3, "Ne le soyez pas : nous avons ajouté votre remarque à la fiche du produit (« à éclairer à 2 700 K »), et la grenouille est devenue notre mot de passe d'équipe. Je plaisante, pour le mot de passe.\n\nBelle soirée,\n{agent}"],
    ],
    ends: 'closed',
  },
  {
    key: 'spare', door: 'lumen', reason: 'advice', subject: 'Pièce détachée pour une lampe de 2009',
    turns: [
      ['customer', 0, "Madame, Monsieur,\n\nJe possède une {lampe} achetée en 2009. La petite molette de laiton est tombée derrière un radiateur et n'en est jamais ressortie.\n\nFaites-vous encore cette pièce ?\n\nAvec mes remerciements,\n{moi}", 'photo'],
      ['us', 22, "Bonjour {civil},\n\nCette molette n'est plus fabriquée depuis 2013, mais Bernard, à l'atelier, en a gardé une boîte « au cas où ». Il lui en reste neuf. La huitième part demain à votre adresse, offerte.\n\n{agent}"],
      ['customer', 60, "Dites à Bernard que je pense à lui chaque fois que j'allume.\n\n{moi}"],
    ],
    ends: 'closed',
  },
  {
    key: 'address', door: 'lumen', reason: 'delivery', subject: 'Changement d’adresse avant livraison',
    turns: [
      ['customer', 0, "Bonjour,\n\nNous déménageons vendredi et la commande {commande} est prévue lundi. Est-il encore possible de la livrer à la nouvelle adresse ?\n\n12, rue du Faubourg-des-Lilas, à {ville}\n\nMerci !\n{moi}"],
      ['us', 2, "Bonjour {civil},\n\nC'est fait, le bon de livraison porte la nouvelle adresse. Bon déménagement, et pensez à garder une {lampe} à portée de main le premier soir : c'est toujours l'ampoule du couloir qui manque.\n\n{agent}"],
    ],
    ends: 'closed',
  },
  {
    key: 'gift', door: 'lumen', reason: 'order', subject: 'Un cadeau, avec un mot',
    turns: [
      ['customer', 0, "Bonjour,\n\nJ'aimerais offrir la {lampe} à ma sœur. Pouvez-vous glisser dans le colis un mot écrit à la main ? Elle collectionne les écritures.\n\nLe texte : « Pour lire en cachette, comme avant. »\n\nMerci d'avance,\n{moi}"],
      ['us', 8, "Bonjour {civil},\n\nC'est Inès qui a la plus belle écriture de la maison ; elle s'en charge ce soir, à l'encre bleue. Le colis ne portera aucun prix.\n\n{agent}"],
      ['customer', 80, "Ma sœur a pleuré, puis elle a demandé qui était Inès. Mission accomplie.\n\n{moi}"],
    ],
    ends: 'closed',
  },
  {
    key: 'flicker', door: 'lumen', reason: 'fault', subject: 'Elle clignote quand le réfrigérateur démarre',
    turns: [
      ['customer', 0, "Bonjour,\n\nVoilà deux semaines que ma {lampe} clignote exactement quand le réfrigérateur se met en route. Le reste du temps, elle se tient bien.\n\nDois-je m'inquiéter ?\n\n{moi}"],
      ['us', 10, "Bonjour {civil},\n\nC'est le plus souvent un contact desserré dans la prise, plus rarement la lampe. Pourriez-vous l'essayer deux jours dans une autre pièce et me dire ce qu'il en est ?\n\nSi elle clignote aussi ailleurs, je vous l'échange aussitôt.\n\n{agent}"],
    ],
    ends: 'waiting_customer',
  },
  {
    key: 'angry', door: 'lumen', reason: 'complaint', subject: 'Troisième message, dernière patience',
    turns: [
      ['customer', 0, "Bonjour,\n\nC'est la troisième fois que je signale que la {lampe} de la commande {commande} ne s'allume pas. La première fois on m'a dit d'attendre, la deuxième on m'a demandé une photo d'une lampe éteinte. La voici. On y voit une lampe éteinte.\n\nJe veux un remboursement et une personne qui décide.\n\n{moi}", 'photo'],
      ['us', 1, "Bonjour {civil},\n\nVotre colère est légitime ; j'aurais la même. Je suis désormais la seule personne qui vous répondra : {agent}, joignable à cette adresse.\n\nLe remboursement de {prix} est ordonné ce matin. Un transporteur passera prendre la lampe quand vous voudrez ; dites-moi un jour.\n\n{agent}"],
      ['customer', 16, "Jeudi, après 17 h. Et merci de répondre comme un être humain.\n\n{moi}"],
    ],
    ends: 'waiting_us',
  },
  {
    key: 'thanks', door: 'lumen', reason: 'praise', subject: 'Juste pour dire merci',
    turns: [
      ['customer', 0, "Bonjour,\n\nAucun problème, aucune question. Je voulais seulement dire que la {lampe} éclaire mon bureau depuis trois ans, onze heures par jour, et que c'est le seul objet de cette pièce que personne n'a jamais critiqué.\n\nBonne continuation à toute l'équipe,\n{moi}"],
      ['us', 5, "Bonjour {civil},\n\nVotre message est affiché dans la salle de pause, juste au-dessus de la machine à café, qui, elle, a été beaucoup critiquée.\n\nMerci, vraiment.\n\n{agent}"],
    ],
    ends: 'closed',
  },
] // prettier-ignore
