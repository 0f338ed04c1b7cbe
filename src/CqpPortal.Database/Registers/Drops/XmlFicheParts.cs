using CqpPortal.Database.Registers.Fiches;
using CqpPortal.Domain.Certifications;

namespace CqpPortal.Database.Registers.Drops;

/// <summary>Reads the elements that come several times in a fiche and have elements of their own.</summary>
internal sealed class XmlFicheParts(FicheElements elements, XmlValues values)
{
    public FicheCertifier Certifier(int element)
    {
        const string Path = "CERTIFICATEURS/CERTIFICATEUR";
        var certifier = new FicheCertifier();
        foreach (var child in elements.Children(element))
        {
            switch (elements.Name(child))
            {
                case "NOM_CERTIFICATEUR": certifier = certifier with { Name = values.Text(child) }; break;
                case "SIRET_CERTIFICATEUR": certifier = certifier with { Siret = values.Text(child) }; break;
                case "ETAT_CERTIFICATEUR": certifier = certifier with { State = values.Text(child) }; break;
                case "DATE_DERNIERE_MODIFICATION_ETAT": certifier = certifier with { StateChangedOn = values.Date(child, Path) }; break;
                case "NOM_COMMERCIAL": certifier = certifier with { TradeName = values.Text(child) }; break;
                case "SITE_INTERNET": certifier = certifier with { Website = values.Text(child) }; break;
                default: values.Keep(child, Path); break;
            }
        }
        return certifier;
    }

    public FichePartner Partner(int element)
    {
        const string Path = "PARTENAIRES/PARTENAIRE";
        string? name = null, siret = null, authorisation = null, state = null;
        DateOnly? activeFrom = null, changedOn = null;
        foreach (var child in elements.Children(element))
        {
            switch (elements.Name(child))
            {
                case "NOM_PARTENAIRE": name = values.Text(child); break;
                case "SIRET_PARTENAIRE": siret = values.Text(child); break;
                case "HABILITATION_PARTENAIRE": authorisation = values.Text(child); break;
                case "ETAT_HABILITATION": state = values.Text(child); break;
                case "DATE_ACTIF": activeFrom = values.Date(child, Path); break;
                case "DATE_DERNIERE_MODIFICATION_ETAT": changedOn = values.Date(child, Path); break;
                default: values.Keep(child, Path); break;
            }
        }
        return new FichePartner { Name = name, Siret = siret, Authorisation = authorisation, State = state, ActiveFrom = activeFrom, StateChangedOn = changedOn };
    }

    public FicheBlock Block(int element)
    {
        const string Path = "BLOCS_COMPETENCES/BLOC_COMPETENCES";
        var block = new FicheBlock();
        foreach (var child in elements.Children(element))
        {
            switch (elements.Name(child))
            {
                case "CODE": block = block with { Code = values.Text(child) }; break;
                case "LIBELLE" or "INTITULE": block = block with { Label = values.Text(child) }; break;
                case "LISTE_COMPETENCES": block = block with { Skills = values.Text(child) }; break;
                case "MODALITES_EVALUATION": block = block with { Assessment = values.Text(child) }; break;
                case "PREREQUIS_ENTREE_FORMATION_BLOC": block = block with { EntryPrerequisites = values.Text(child) }; break;
                case "PREREQUIS_VALIDATION_BLOC": block = block with { ValidationPrerequisites = values.Text(child) }; break;
                default: values.Keep(child, Path); break;
            }
        }
        return block;
    }

    public FicheCorrespondence Correspondence(int element)
    {
        const string Path = "CORRESPONDANCES/CORRESPONDANCE";
        string? number = null;
        List<string> blocks = [], otherBlocks = [];
        foreach (var side in elements.Children(element))
        {
            var path = $"{Path}/{elements.Name(side)}";
            foreach (var child in elements.Children(side))
            {
                switch (elements.Name(side), elements.Name(child))
                {
                    case ("SOURCE", "BLOC_COMPETENCES"): AddBlockCode(child, blocks, path); break;
                    case ("DESTINATION", "BLOC_COMPETENCES"): AddBlockCode(child, otherBlocks, path); break;
                    case ("DESTINATION", "NUMERO_FICHE"): number = values.Text(child); break;
                    default: values.Keep(child, path); break;
                }
            }
            if (!elements.HasChildren(side) && values.Text(side) is not null) values.Keep(side, Path);
        }
        return new FicheCorrespondence { Blocks = blocks, OtherNumber = number, OtherBlocks = otherBlocks };
    }

    public FicheStatistics Statistics(int element)
    {
        const string Path = "STATISTIQUES_PROMOTIONS/STATISTIQUES_PROMOTION";
        var statistics = new FicheStatistics();
        foreach (var child in elements.Children(element))
        {
            switch (elements.Name(child))
            {
                case "ANNEE": statistics = statistics with { Year = values.Integer(child, Path) }; break;
                case "NOMBRE_CERTIFIES": statistics = statistics with { Certified = values.Integer(child, Path) }; break;
                case "NOMBRE_CERTIFIES_VAE": statistics = statistics with { CertifiedByPriorExperience = values.Integer(child, Path) }; break;
                case "TAUX_INSERTION_GLOBAL_6MOIS": statistics = statistics with { EmployedAfterSixMonths = values.Rate(child, Path) }; break;
                case "TAUX_INSERTION_METIER_6MOIS": statistics = statistics with { InTargetJobAfterSixMonths = values.Rate(child, Path) }; break;
                case "TAUX_INSERTION_METIER_2ANS": statistics = statistics with { InTargetJobAfterTwoYears = values.Rate(child, Path) }; break;
                default: values.Keep(child, Path); break;
            }
        }
        return statistics;
    }

    public FicheDecree Decree(int element, FicheDecreeKind kind)
    {
        const string Path = "PUBLICATION_JO";
        var decree = new FicheDecree { Kind = kind };
        foreach (var child in elements.Children(element))
        {
            switch (elements.Name(child))
            {
                case "TITRE": decree = decree with { Title = values.Text(child) }; break;
                case "DATE_PUBLICATION_JO": decree = decree with { PublishedOn = values.Date(child, Path) }; break;
                default: values.Keep(child, Path); break;
            }
        }
        return decree;
    }

    /// <summary>In V2 and V3 the element of a route held the word itself.</summary>
    public FicheRoute Route(int element, AccessRouteCode code)
    {
        var route = new FicheRoute { Code = code };
        if (!elements.HasChildren(element)) return route with { IsOpen = values.YesOrNo(element) };
        foreach (var child in elements.Children(element))
        {
            switch (elements.Name(child))
            {
                case "ACTIF": route = route with { IsOpen = values.YesOrNo(child, elements.Name(element)) }; break;
                case "COMPOSITION": route = route with { Jury = values.Text(child) }; break;
                case "DATE_DERNIERE_MODIFICATION": route = route with { ChangedOn = values.Date(child, elements.Name(element)) }; break;
                default: values.Keep(child, elements.Name(element)); break;
            }
        }
        return route;
    }

    private void AddBlockCode(int block, List<string> codes, string under)
    {
        foreach (var child in elements.Children(block))
        {
            if (elements.Name(child) == "CODE" && values.Text(child) is { } code) codes.Add(code);
            else values.Keep(child, $"{under}/BLOC_COMPETENCES");
        }
    }
}
