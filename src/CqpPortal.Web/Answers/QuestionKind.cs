using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Eligibility.Cpf;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Web.Answers;

/// <summary>One kind of question: which parameters it has, and how its answer is said. Pages, API, batch and proofs all ask through it.</summary>
internal abstract class QuestionKind
{
    public static CpfKind Cpf { get; } = new();

    public static VaeKind Vae { get; } = new();

    public static WaysKind Ways { get; } = new();

    public static WorthKind Worth { get; } = new();

    public static IReadOnlyList<QuestionKind> All { get; } = [Cpf, Vae, Ways, Worth];

    /// <summary>As proofs keep it and addresses write it.</summary>
    public abstract string Name { get; }

    /// <summary>What its answers are.</summary>
    public virtual Type DocumentType => typeof(EligibilityDocument);

    public abstract IReadOnlyList<string> ParameterNames { get; }

    /// <summary>A misspelt parameter would be an answer to another question.</summary>
    public Answering.Refused? RefuseUnknown(IEnumerable<string> names)
    {
        if (names.FirstOrDefault(name => !ParameterNames.Contains(name, StringComparer.OrdinalIgnoreCase)) is not { } unknown) return null;
        var known = string.Join(", ", ParameterNames);
        return new Answering.Refused(new Dictionary<string, RuleText>
        {
            [unknown] = new($"Ce paramètre n’existe pas. Ceux-ci existent : {known}.", $"There is no such parameter. There are: {known}."),
        });
    }

    /// <summary>The question as understood; what does not read stands in <see cref="Parameters.Refused"/>.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="today">Today in Paris, for the days that nobody told.</param>
    public abstract AskedQuestion Read(Parameters typed, DateOnly today);

    /// <summary>Completes the question by what the certification tells, and refuses what it contradicts.</summary>
    public virtual AskedQuestion Fit(AskedQuestion question, AnswerContext context, Parameters typed) => question;

    /// <summary>The registration whose providers are asked about; null where the question names no provider.</summary>
    public virtual RegistryNumber? ProvidersOf(AskedQuestion question, CertificationFacts facts) => null;

    /// <param name="context">Rules, certification and language.</param>
    /// <param name="question">Read and fitted.</param>
    /// <param name="habilitations">Of the provider that the question names, on the registration of <see cref="ProvidersOf"/>; null where not known.</param>
    public abstract AnswerDocument Answer(AnswerContext context, AskedQuestion question, IReadOnlyList<Habilitation>? habilitations);

    protected static string CodeOf(Parameters typed) => typed.Required(
        "code", "Donnez le code, un ancien numéro ou le titre d’une certification, par exemple RNCP35419.", "Give the code, a past number or the title of a certification, such as RNCP35419.");

    /// <summary>A block in full, from its own code or the last part of it (<c>BC02</c>), where the registration of the day has it.</summary>
    protected static string? BlockOf(string? block, DateOnly day, AnswerContext context, Parameters typed)
    {
        if (block is null || context.Asked.Facts.RegistrationOn(day) is not { Number.Register: Register.Rncp } registration) return block;
        var code = block.StartsWith("BC", StringComparison.OrdinalIgnoreCase) ? registration.Number + block.ToUpperInvariant() : block;
        if (SkillBlockCode.TryParse(code, null, out var written)) code = written.ToString();
        if (registration.Blocks.Count == 0 || registration.Blocks.Any(known => known.Code == code)) return code;
        var known = string.Join(", ", registration.Blocks.Select(other => other.Code));
        typed.Refuse("block", $"La fiche {registration.Number} n’a pas ce bloc. Écrivez l’un de ceux-ci : {known}.", $"{registration.Number} has no such block. Write one of: {known}.");
        return code;
    }
}
