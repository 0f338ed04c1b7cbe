namespace CqpPortal.Tool;

internal static class Usage
{
    public const string Text =
        """
        Commandes de l'exploitant de CqpPortal :

          import CHEMIN... [--force] [--report FICHIER.json] [--date AAAA-MM-JJ]
              prend les exports de France compétences : flux XML du RNCP et du RS (V2 à V4.1, zippés ou non) et zip des dix CSV,
              en fichiers ou en dossiers, dans n'importe quel ordre
              --force    prend un export plus ancien que le dernier
              --report   écrit le rapport en JSON
              --date     date de l'export, si le nom du fichier ne la dit pas
              code de sortie : 0 tout est pris, 1 pris avec des rejets, 2 rien n'est pris

          to-confirm
              liste les fiches qui sont peut-être des CQP et attendent un avis, avec la raison

          confirm NUMÉRO...
              dit que ces fiches sont des CQP : elles entrent au catalogue
          dismiss NUMÉRO...
              dit qu'elles n'en sont pas : elles quittent la liste

          create-administrator ADRESSE "PRÉNOM NOM"
              crée le premier administrateur, qui invite ensuite les autres depuis le site ; demande son mot de passe,
              ou le lit sur l'entrée standard : printf '%s\n' "$MOT_DE_PASSE" | … create-administrator ADRESSE "PRÉNOM NOM"
              code de sortie : 0 créé, 2 rien n'a changé (adresse déjà connue ou mal écrite, mot de passe trop simple)

          migrate
              crée ou met à jour la base

        Serveur : ConnectionStrings__Portal (et ConnectionStrings__PortalOwner), sinon le PostgreSQL privé de Portal__DataFolder.
        """;
}
