using CqpPortal.Web.Answers;

namespace CqpPortal.Web.Pages.Cpf;

/// <summary>Who can answer what the portal cannot, and the question to send them, ready to copy: in French, for they read it.</summary>
internal sealed record WhomToAsk(string Whom, string Question)
{
    /// <summary>Value of the question's <c>lang</c>, where that is not the page's.</summary>
    public string? Language { get; private init; } = Written.FrenchOnly;

    /// <param name="document">An answer that leaves the question open.</param>
    /// <param name="open">The finding that leaves it open.</param>
    public static WhomToAsk Of(EligibilityDocument document, FindingPart open)
    {
        var asked = document.Question;
        var (title, code) = (document.Certification.Title, document.Certification.Code);
        var order = InFrench(asked.OrderDate!.Value);
        var start = InFrench(asked.StartDate!.Value);
        var held = InFrench(asked.HeldBlocks ?? []);
        return open.Rule switch
        {
            "E1b" => new(Say("la commission paritaire (CPNE) de la branche ou à votre OPCO"), $"Le CQP “{title}” était-il, le {start}, sur une liste CPF valable pour moi ?"),
            "E1c" => new(Say("France Travail"), $"Le CQP “{title}” était-il, le {start}, sur la liste nationale ou régionale des formations ouvertes au CPF ?"),
            "E2" => new(Say("l’organisme certificateur"), $"Le bloc {asked.Block} fait-il partie de {code} ?"),
            "E5" or "X12" => new(Say("France compétences"), $"L’enregistrement {code} est-il actif du {order} au {start} ?"),
            "E7" => new(Say("l’organisme certificateur"), $"L’organisme {asked.ProviderSiret} est-il habilité à former pour {code} le {order} ?"),
            "E10" => new(Say("Mon Compte Formation"), $"J’ai déjà obtenu {held}. Mon CPF peut-il payer {asked.Block ?? code}, commandé le {order} ?"),
            "E16" => new(Say("votre service des ressources humaines"), $"Acceptez-vous de financer, avec mon CPF, une formation qui mène à “{title}” et commence le {start} ?"),
            _ => new(Say("Mon Compte Formation"), open.Text) { Language = null },
        };
    }

    private static string InFrench(IReadOnlyList<string> words)
    {
        using var french = Written.In(CqpPortal.Domain.Access.Language.French);
        return Written.List(words);
    }

    private static string InFrench(DateOnly day)
    {
        using var french = Written.In(CqpPortal.Domain.Access.Language.French);
        return day.InWords();
    }
}
