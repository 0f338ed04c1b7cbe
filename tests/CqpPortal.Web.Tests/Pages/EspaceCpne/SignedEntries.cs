using System.Net;
using CqpPortal.Database.Editing;
using CqpPortal.Domain.Access;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Editing;
using CqpPortal.TestSupport;
using Xunit;

namespace CqpPortal.Web.Tests.Pages.EspaceCpne;

/// <summary>A CQPI of two branches as a draft, and what its committees do with it over HTTP.</summary>
internal sealed class SignedEntries(TestDatabase data, PortalSite site)
{
    public const string Metal = "cpne-3248";

    public const string Chemistry = "cpne-0044";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Everything that a publication needs.</summary>
    public static EntryText Complete { get; } = new()
    {
        Kind = CertificationKind.Cqpi,
        Title = "Pilote, pilote de ligne d’essai",
        LocalCode = "ESSAI-1",
        Owners = [new OwnerRow("0044", Chemistry), new OwnerRow("3248", Metal)],
        Purpose = "Conduire une ligne et en répondre.",
        TargetJobs = "Pilote de ligne\nConductrice de ligne",
        Activities = [new ActivityRow("a1", "Préparer la ligne"), new ActivityRow("a2", "Conduire la ligne", "Seul ou à deux.")],
        Blocks = [new BlockRow("b1", "BC01", "Préparation"), new BlockRow("b2", "BC02", "Conduite")],
        Assessments = [new AssessmentRow("e1", "Épreuve écrite") { Criteria = "Exactitude" }, new AssessmentRow("e2", "Mise en situation") { Method = "Deux heures en atelier." }],
        Skills =
        [
            new SkillRow("k1", "Lire un ordre de fabrication") { Block = "b1", Activities = ["a1"], Assessments = ["e1"], Knowledge = "Vocabulaire" },
            new SkillRow("k2", "Régler la vitesse") { Block = "b2", Activities = ["a2"], Assessments = ["e2"] },
            new SkillRow("k3", "Travailler en sécurité") { Block = "b2", Activities = ["a1", "a2"], Assessments = ["e2"], IsTransversal = true },
        ],
        Routes = [new RouteRow(AccessRouteCode.ContinuingTraining, true, "Deux professionnels")],
        Rome = "H3301",
    };

    public Author By(StaffClient staff) => new(staff.Person.Id, staff.Person.Name, site.Now);

    public async Task<Entry> CreateAsync(StaffClient staff, EntryText? text = null)
    {
        await using var database = data.CreateContext();
        return await EntryOpening.CreateAsync(database, text ?? Complete, By(staff), Stop);
    }

    /// <summary>Changes the draft as the editor does.</summary>
    public async Task SaveAsync(int entryId, StaffClient staff, Func<EntryText, EntryText> change)
    {
        await using var database = data.CreateContext();
        var entry = await database.Entries.FindAsync([entryId], Stop);
        var (text, revision) = await EntryOpening.TextAsync(database, entry!, Stop);
        Assert.IsType<DraftSaved.Kept>(await DraftSaving.SaveAsync(database, new WrittenDraft(entryId, revision, change(text)), By(staff), Stop));
    }

    public static string Review(int entryId) => $"/espace-cpne/certifications/{entryId}/relecture";

    public async Task<string?> DigestAsync(int entryId)
    {
        await using var database = data.CreateContext();
        return (await database.Entries.FindAsync([entryId], Stop))!.DraftDigest;
    }

    /// <summary>Presses a button of the review page, with the text that is the draft now.</summary>
    public async Task<HttpResponseMessage> PressAsync(int entryId, StaffClient staff, string button, params (string Name, string? Value)[] fields) =>
        await staff.PostAsync($"{Review(entryId)}?handler={button}", [("Digest", await DigestAsync(entryId)), .. fields]);

    public async Task DoneAsync(int entryId, StaffClient staff, string button, params (string Name, string? Value)[] fields)
    {
        using var answer = await PressAsync(entryId, staff, button, fields);
        Assert.Equal((button, HttpStatusCode.Redirect), (button, answer.StatusCode));
    }

    /// <summary>Sends to review, signs for both and publishes.</summary>
    /// <returns>Address of the public page.</returns>
    public async Task<string> PublishAsync(int entryId, StaffClient writer, StaffClient signer, string reason = "Création par les deux commissions.")
    {
        await DoneAsync(entryId, writer, "Submit");
        await DoneAsync(entryId, signer, "Sign", ("Committee", Metal));
        await DoneAsync(entryId, signer, "Sign", ("Committee", Chemistry));
        using var answer = await PressAsync(entryId, signer, "Publish", ("Reason", reason));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    public static Grant[] Writing { get; } = [new(Permission.WriteDrafts, Metal)];

    public static Grant[] SigningForBoth { get; } = [new(Permission.Sign, Metal), new(Permission.Sign, Chemistry)];
}
