using System.Text.RegularExpressions;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Frameworks;

namespace CqpPortal.Domain.Editing;

/// <summary>What keeps a text from being kept as a draft, and what keeps it from being published.</summary>
public static partial class EntryFaults
{
    public const int MaxLineLength = 2_000;

    public const int MaxTextLength = 20_000;

    public const int MaxRows = 500;

    /// <summary>The search reads all of it in one document, which has a limit of its own.</summary>
    public const int MaxLength = 500_000;

    private const int MaxRomeCodes = 5;

    private const int MaxNsfCodes = 3;

    private const int MaxFormacodes = 5;

    private static readonly HashSet<string> Lines = ["information-page", "rome", "nsf", "formacodes", "code", "title"];

    /// <summary>What not even a draft may say: it is too long, or nothing could be made of it. A draft may lack anything.</summary>
    public static IReadOnlyList<EntryFault> OfDraft(EntryText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var fields = EntryFields.Of(text).Where(field => !EntryFields.IsOrder(field.Key)).ToList();
        return
        [
            .. fields.SelectMany(field => Field(field.Key, field.Value)),
            .. Rows("activity", Message.Of($"activités"), [.. text.Activities.Select(row => row.Id)]),
            .. Rows("block", Message.Of($"blocs"), [.. text.Blocks.Select(row => row.Id)]),
            .. Rows("skill", Message.Of($"compétences"), [.. text.Skills.Select(row => row.Id)]),
            .. Rows("assessment", Message.Of($"évaluations"), [.. text.Assessments.Select(row => row.Id)]),
            .. Rows("owner", Message.Of($"branches"), [.. text.Owners.Select(row => row.Branch)]),
            .. text.Owners.SelectMany(Owner),
            .. fields.Sum(field => field.Value.Length) is > MaxLength and var all
                ? [new EntryFault("", Message.Of($"Raccourcissez la fiche : {MaxLength} caractères au plus en tout, ici {all}."))] : Array.Empty<EntryFault>(),
        ];
    }

    /// <summary>What is to be done before the text may be sent to review: <see cref="OfDraft"/>, and all that readers and registers need.</summary>
    /// <param name="day">Day on which it would be published.</param>
    /// <param name="unknown">Branches whose committee is not known.</param>
    public static IReadOnlyList<EntryFault> OfPublication(EntryText text, DateOnly day, IReadOnlyCollection<Idcc> unknown)
    {
        ArgumentNullException.ThrowIfNull(unknown);
        var faults = OfDraft(text).ToList();
        // What is no day or no branch cannot be asked any further.
        var owners = faults.Exists(fault => fault.Path.StartsWith("owner", StringComparison.Ordinal)) ? null : CertificationText.Owners(text).Where(owner => owner.OwnsOn(day)).ToList();
        if (string.IsNullOrWhiteSpace(text.Title)) faults.Add(new EntryFault("title", Message.Of($"Donnez un intitulé, au masculin et au féminin : « Soudeur, soudeuse ».")));
        if (owners is { Count: 0 }) faults.Add(new EntryFault("owner", Message.Of($"Ajoutez la branche propriétaire : il en faut une au moins aujourd’hui.")));
        else if (owners is { Count: 1 } && text.Kind == CertificationKind.Cqpi)
            faults.Add(new EntryFault("owner", Message.Of($"Ajoutez une deuxième branche propriétaire : un CQPI en a deux au moins le même jour. Pour une seule branche, choisissez « CQP ».")));
        faults.AddRange((owners ?? []).Where(owner => unknown.Contains(owner.Branch)).Select(owner =>
            new EntryFault($"owner/{owner.Branch}/committee", Message.Of($"Choisissez la commission de la branche {owner.Branch} : nous n’en connaissons pas qui puisse signer pour elle."))));
        if (text.InformationPage.Length > 0 && !IsPage(text.InformationPage))
            faults.Add(new EntryFault("information-page", Message.Of($"Écrivez l’adresse complète de la page, par exemple https://www.exemple.fr/cqp-soudeur.")));
        faults.AddRange(Codes("rome", text.Rome, Rome(), (MaxRomeCodes, Message.Of($"codes ROME"), Message.Of($"une lettre et quatre chiffres, par exemple H2913"))));
        faults.AddRange(Codes("nsf", text.Nsf, Nsf(), (MaxNsfCodes, Message.Of($"codes NSF"), Message.Of($"trois chiffres, suivis ou non d’une lettre, par exemple 254s"))));
        faults.AddRange(Codes("formacodes", text.Formacodes, Formacode(), (MaxFormacodes, Message.Of($"Formacodes"), Message.Of($"cinq chiffres, par exemple 23038"))));
        faults.AddRange(Titles(text));
        faults.AddRange(text.Blocks.Where(block => block.Code.Trim().Length > 0).GroupBy(block => block.Code.Trim(), StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1)
            .SelectMany(same => same.Skip(1)).Select(block => new EntryFault($"block/{block.Id}/code", Message.Of($"Donnez un autre code à ce bloc : {block.Code.Trim()} est déjà celui d’un autre."))));
        faults.AddRange(EntryChecks.Gaps(text).Select(Gap));
        return faults;
    }

    /// <summary>Neither control characters, which no database keeps, nor half of a character.</summary>
    public static bool IsReadable(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var place = 0; place < text.Length; place++)
        {
            if (char.IsControl(text[place]) && text[place] is not ('\n' or '\r' or '\t')) return false;
            if (!char.IsSurrogate(text[place])) continue;
            if (place + 1 == text.Length || !char.IsSurrogatePair(text[place], text[place + 1])) return false;
            place++;
        }
        return true;
    }

    private static IEnumerable<EntryFault> Field(string path, string value)
    {
        var most = path switch
        {
            "title" => Certification.MaxTitleLength,
            "local-code" => Certification.MaxLocalCodeLength,
            _ => Lines.Contains(path.Split('/')[^1]) ? MaxLineLength : MaxTextLength,
        };
        if (value.Length > most) yield return new EntryFault(path, Message.Of($"Raccourcissez ce texte : {most} caractères au plus, ici {value.Length}."));
        if (!IsReadable(value)) yield return new EntryFault(path, Message.Of($"Recopiez ce texte sans mise en forme : il contient un caractère illisible."));
    }

    private static IEnumerable<EntryFault> Rows(string kind, Message words, List<string> ids)
    {
        if (ids.Count > MaxRows) yield return new EntryFault(kind, Message.Of($"Gardez {MaxRows} {words} au plus, ici {ids.Count}."));
        if (ids.Distinct().Count() < ids.Count) yield return new EntryFault(kind, Message.Of($"Enlevez la ligne qui est là deux fois."));
        if (kind != "owner" && !ids.TrueForAll(EntryRows.IsId)) yield return new EntryFault(kind, Message.Of($"Enlevez puis ajoutez à nouveau la ligne qui n’a pas de repère valable."));
    }

    private static IEnumerable<EntryFault> Owner(OwnerRow owner)
    {
        if (!Idcc.TryParse(owner.Branch, null, out _)) yield return new EntryFault("owner", Message.Of($"Choisissez la branche par son IDCC à quatre chiffres : « {owner.Branch} » n’en est pas un."));
        if (owner.LeftOn < owner.JoinedOn)
            yield return new EntryFault($"owner/{owner.Branch}/left-on", Message.Of($"Donnez un dernier jour qui ne précède pas le premier."));
    }

    private static IEnumerable<EntryFault> Codes(string path, string text, Regex form, (int Most, Message Words, Message Form) said)
    {
        var codes = CertificationText.Words(text);
        if (codes.Length > said.Most) yield return new EntryFault(path, Message.Of($"Gardez {said.Most} {said.Words} au plus, ici {codes.Length} : France compétences n’en prend pas davantage."));
        foreach (var code in codes.Where(code => !form.IsMatch(code)).Take(said.Most))
            yield return new EntryFault(path, Message.Of($"Corrigez « {(code.Length > 40 ? code[..40] + "…" : code)} » : {said.Form}."));
    }

    private static IEnumerable<EntryFault> Titles(EntryText text)
    {
        EntryFault? Title(string path, string title, Message words) => string.IsNullOrWhiteSpace(title) ? new EntryFault($"{path}/title", Message.Of($"Donnez un intitulé à {words}, ou enlevez cette ligne.")) : null;
        return new[]
        {
            text.Activities.Select(row => Title($"activity/{row.Id}", row.Title, Message.Of($"cette activité"))), text.Blocks.Select(row => Title($"block/{row.Id}", row.Title, Message.Of($"ce bloc"))),
            text.Skills.Select(row => Title($"skill/{row.Id}", row.Title, Message.Of($"cette compétence"))), text.Assessments.Select(row => Title($"assessment/{row.Id}", row.Title, Message.Of($"cette évaluation"))),
        }.SelectMany(faults => faults).OfType<EntryFault>();
    }

    private static EntryFault Gap(EntryGap gap) => gap.Kind switch
    {
        FrameworkGapKind.ActivityWithoutSkill => new EntryFault($"{gap.Row}/title", Message.Of($"Reliez cette activité à une compétence au moins, ou enlevez-la.")),
        FrameworkGapKind.SkillWithoutActivity => new EntryFault($"{gap.Row}/activities", Message.Of($"Reliez cette compétence à une activité au moins.")),
        FrameworkGapKind.SkillWithoutAssessment => new EntryFault($"{gap.Row}/assessments", Message.Of($"Reliez cette compétence à une évaluation au moins.")),
        FrameworkGapKind.BlockWithoutSkill => new EntryFault($"{gap.Row}/title", Message.Of($"Mettez une compétence au moins dans ce bloc, ou enlevez-le.")),
        _ => new EntryFault("skill", Message.Of($"Ajoutez une compétence transversale : sécurité, communication, accessibilité, transitions écologique ou numérique.")),
    };

    private static bool IsPage(string text) =>
        Uri.TryCreate(text.Trim(), UriKind.Absolute, out var page) && (page.Scheme == Uri.UriSchemeHttps || page.Scheme == Uri.UriSchemeHttp) && page.Host.Contains('.', StringComparison.Ordinal) && page.UserInfo.Length == 0;

    [GeneratedRegex(@"^[A-Z][0-9]{4}\z")]
    private static partial Regex Rome();

    [GeneratedRegex(@"^[0-9]{3}[a-z]?\z")]
    private static partial Regex Nsf();

    [GeneratedRegex(@"^[0-9]{5}\z")]
    private static partial Regex Formacode();
}
