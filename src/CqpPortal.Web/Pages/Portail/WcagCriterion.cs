namespace CqpPortal.Web.Pages.Portail;

/// <summary>A success criterion of level A or AA of WCAG 2.2, on which the RGAA rests.</summary>
internal sealed record WcagCriterion(string Number, string Name)
{
    /// <summary>All 55 of levels A and AA, in their order, named in the page's language (W3C Recommendation of 5 October 2023).</summary>
    public static IReadOnlyList<WcagCriterion> All() =>
    [
        new("1.1.1", Say("Contenu non textuel")), new("1.2.1", Say("Seulement audio, seulement vidéo")), new("1.2.2", Say("Sous-titres")), new("1.2.3", Say("Audiodescription ou texte")),
        new("1.2.4", Say("Sous-titres en direct")), new("1.2.5", Say("Audiodescription")), new("1.3.1", Say("Information et relations")), new("1.3.2", Say("Ordre qui a un sens")),
        new("1.3.3", Say("Caractéristiques sensorielles")), new("1.3.4", Say("Orientation de l’écran")), new("1.3.5", Say("But des champs")), new("1.4.1", Say("Pas par la couleur seule")),
        new("1.4.2", Say("Contrôle du son")), new("1.4.3", Say("Contraste du texte")), new("1.4.4", Say("Texte agrandi à 200 %")), new("1.4.5", Say("Texte sous forme d’image")),
        new("1.4.10", Say("Une seule colonne à 320 pixels")), new("1.4.11", Say("Contraste des commandes")), new("1.4.12", Say("Espacement du texte")), new("1.4.13", Say("Contenu au survol ou au focus")),
        new("2.1.1", Say("Clavier")), new("2.1.2", Say("Pas de piège au clavier")), new("2.1.4", Say("Raccourcis d’une touche")), new("2.2.1", Say("Délais réglables")),
        new("2.2.2", Say("Mettre en pause, arrêter, masquer")), new("2.3.1", Say("Pas plus de trois flashs")), new("2.4.1", Say("Passer des blocs")), new("2.4.2", Say("Titre de page")),
        new("2.4.3", Say("Parcours du focus")), new("2.4.4", Say("Fonction du lien")), new("2.4.5", Say("Plusieurs façons de trouver une page")), new("2.4.6", Say("Titres et étiquettes")),
        new("2.4.7", Say("Focus visible")), new("2.4.11", Say("Focus non masqué")), new("2.5.1", Say("Gestes au pointeur")), new("2.5.2", Say("Annulation du pointeur")),
        new("2.5.3", Say("Nom visible dans le nom")), new("2.5.4", Say("Activation par le mouvement")), new("2.5.7", Say("Glisser-déposer")), new("2.5.8", Say("Taille des cibles")),
        new("3.1.1", Say("Langue de la page")), new("3.1.2", Say("Langue d’un passage")), new("3.2.1", Say("Au focus, rien ne change")), new("3.2.2", Say("À la saisie, rien ne surprend")),
        new("3.2.3", Say("Navigation cohérente")), new("3.2.4", Say("Mêmes choses, mêmes noms")), new("3.2.6", Say("Aide à la même place")), new("3.3.1", Say("Erreurs désignées")),
        new("3.3.2", Say("Étiquettes ou consignes")), new("3.3.3", Say("Correction suggérée")), new("3.3.4", Say("Erreurs évitées")), new("3.3.7", Say("Rien à saisir deux fois")),
        new("3.3.8", Say("Connexion sans épreuve de mémoire")), new("4.1.2", Say("Nom, rôle et valeur")), new("4.1.3", Say("Messages d’état")),
    ];
}
