// What the made-up brands explain to everybody, and to their own people.
export type ArticleCast = {
  brand: 'lumen' | 'clairbois'
  audience: 'everybody' | 'staff'
  fr: { title: string; html: string }
  en?: { title: string; html: string }
}

export const articles: readonly ArticleCast[] = [
  {
    brand: 'lumen', audience: 'everybody',
    fr: { title: 'Quelle ampoule pour ma lampe ?', html: '<p>Toutes nos lampes prennent une <strong>E27</strong>, sauf la liseuse Minuit et la veilleuse Hérisson, qui prennent une <strong>E14</strong>.</p><h2>Quelle lumière ?</h2><ul><li>2 700 K : la couleur d’une fin d’après-midi, celle de nos photos.</li><li>4 000 K : pour un atelier ; l’abat-jour y perd ses couleurs.</li></ul><h2>Quelle puissance ?</h2><p>Entre 470 et 806 lm. Au-delà, l’abat-jour chauffe.</p>' },
    en: { title: 'Which bulb for my lamp?', html: '<p>All our lamps take an <strong>E27</strong>, except the Minuit reading lamp and the Hérisson night light, which take an <strong>E14</strong>.</p><h2>Which light?</h2><ul><li>2,700 K: a late afternoon, as in our pictures.</li><li>4,000 K: for a workshop; the shade loses its colours.</li></ul>' },
  },
  {
    brand: 'lumen', audience: 'everybody',
    fr: { title: 'Rendre ou échanger un article', html: '<p>Vous avez <strong>trente jours</strong>. L’article revient dans son carton ; l’étiquette est offerte.</p><ol><li>Remplissez le formulaire « Retour ou échange ».</li><li>Imprimez l’étiquette reçue par courriel, ou montrez-la au point relais.</li><li>Le remboursement part dès que le colis est scanné, sans attendre qu’il arrive.</li></ol>' },
    en: { title: 'Return or exchange an article', html: '<p>You have <strong>thirty days</strong>. The article comes back in its box; the label is on us.</p><ol><li>Fill in the form.</li><li>Print the label you receive, or show it at the counter.</li><li>The refund leaves as soon as the parcel is scanned.</li></ol>' },
  },
  {
    brand: 'lumen', audience: 'everybody',
    fr: { title: 'Ma lampe bourdonne ou clignote', html: '<p>Neuf fois sur dix, c’est le variateur ou un contact desserré.</p><ul><li>À pleine puissance, le bruit cesse ? C’est le variateur : nous vous en envoyons un compatible.</li><li>Elle clignote dans une seule pièce ? C’est la prise.</li><li>Elle clignote partout ? Nous l’échangeons.</li></ul>' },
  },
  {
    brand: 'clairbois', audience: 'everybody',
    fr: { title: 'Mon meuble boite', html: '<p>Sous chaque pied se trouve une <strong>vis de réglage</strong>, à tourner avec la clé de 6 du sachet. Commencez par le pied qui ne touche pas le sol.</p><p>Plus de clé ? Écrivez-nous, la suivante part le jour même.</p>' },
  },
  {
    brand: 'clairbois', audience: 'everybody',
    fr: { title: 'Livraison à l’étage', html: '<p>Nos livreurs montent jusqu’au sixième étage, ascenseur ou non, pour les colis de moins de 35 kg. Au-delà, dites-le-nous à la commande : une équipe de deux viendra.</p>' },
  },
  {
    brand: 'lumen', audience: 'staff',
    fr: { title: 'Gestes commerciaux : qui décide de quoi', html: '<ul><li>Jusqu’à 40 € : le conseiller, sans demander.</li><li>Jusqu’à 150 € : le responsable d’équipe.</li><li>Au-delà : la direction, dans la journée.</li></ul><p>Un geste est toujours expliqué au client avec ses raisons.</p>' },
  },
] // prettier-ignore
