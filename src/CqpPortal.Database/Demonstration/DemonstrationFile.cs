using System.Text.Json;
using System.Text.Json.Serialization;
using CqpPortal.Database.Registers.Fiches;

namespace CqpPortal.Database.Demonstration;

/// <summary>One file of made-up certifications, as written in this folder.</summary>
internal sealed record DemonstrationFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    public required string Notice { get; init; }

    public IReadOnlyList<Committee> Committees { get; init; } = [];

    public IReadOnlyList<Entry> Certifications { get; init; } = [];

    public IReadOnlyList<Link> Successions { get; init; } = [];

    /// <summary>All the files of the folder, with a digest of their bytes.</summary>
    public static IEnumerable<DemonstrationFile> ReadAll() =>
        from name in Names() select JsonSerializer.Deserialize<DemonstrationFile>(Open(name), Json)!;

    public static string Digest()
    {
        using var hash = System.Security.Cryptography.IncrementalHash.CreateHash(System.Security.Cryptography.HashAlgorithmName.SHA256);
        foreach (var name in Names())
        {
            using var bytes = new MemoryStream();
            Open(name).CopyTo(bytes);
            hash.AppendData(bytes.GetBuffer(), 0, (int)bytes.Length);
        }
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static IEnumerable<string> Names() =>
        typeof(DemonstrationFile).Assembly.GetManifestResourceNames()
            .Where(name => name.Contains(".Demonstration.", StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static Stream Open(string name) => typeof(DemonstrationFile).Assembly.GetManifestResourceStream(name)!;

    internal sealed record Committee(string Key, string Acronym, string Name, string[] Branches, string? Opco, string? Email, DateOnly? Since);

    internal sealed record Entry
    {
        public required string Key { get; init; }
        public required string Kind { get; init; }
        public required string Title { get; init; }
        public string? Summary { get; init; }
        public string? LocalCode { get; init; }
        public required Owner[] Owners { get; init; }
        public Decision[] Decisions { get; init; } = [];
        public SentTo[] Transmissions { get; init; } = [];
        public DateOnly? SuppressedOn { get; init; }
        public CpfList[] CpfLists { get; init; } = [];
        public Registered[] Registrations { get; init; } = [];
        public Required? Prerequisites { get; init; }
        public string? RegulatedActivity { get; init; }
        public string? Sectors { get; init; }
        public required ActivityFramework Activities { get; init; }
        public Block[] Blocks { get; init; } = [];
        public Test[] Assessments { get; init; } = [];
        public Dictionary<string, Route> Routes { get; init; } = [];
        public string? PartialValidation { get; init; }
        public Year[] Statistics { get; init; } = [];
        public string[] Rome { get; init; } = [];
        public string[] Nsf { get; init; } = [];
        public string[] Formacodes { get; init; } = [];
    }

    internal sealed record Owner(string Committee, DateOnly? From, DateOnly? Until);

    internal sealed record Decision(string Type, string Committee, DateOnly Date);

    internal sealed record SentTo(string To, DateOnly Date);

    /// <summary>The list of a branch, of a region (its INSEE code), or the one whose scope is "national".</summary>
    internal sealed record CpfList(string? Scope, string? Branch, string? Region, DateOnly From, DateOnly Until);

    internal sealed record Registered(
        string Number, int? Level, DateOnly? DecidedOn, DateOnly? PublishedOn, DateOnly EndsOn, DateOnly? DeliveryDeadline, Incident[]? Incidents,
        FichePartner[]? Partners);

    internal sealed record Incident(string Kind, DateOnly From, DateOnly? Until);

    internal sealed record Required(string? Entry, string? Validation);

    internal sealed record ActivityFramework(string? WorkSituations, string[]? TargetJobs, Work[] Items);

    internal sealed record Work(string Code, string Title, string? Description);

    internal sealed record Block(string Code, string Title, Ability[] Skills);

    internal sealed record Ability(string Code, string Title, string[]? Knowledge, bool Transversal, string[]? Activities, string[]? Assessments);

    internal sealed record Test(string Code, string Title, string? Method, string[]? Criteria, string? Threshold);

    internal sealed record Route(bool Open, string? Jury);

    internal sealed record Year(
        [property: JsonPropertyName("year")] int Number, int Certified, int? CertifiedByVae, int? Insertion6Months, int? InsertionInJob2Years);

    internal sealed record Link(string From, string To, string Kind, DateOnly? On, string? ExternalTitle);
}
