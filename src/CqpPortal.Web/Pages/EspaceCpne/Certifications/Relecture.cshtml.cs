using CqpPortal.Database;
using CqpPortal.Database.Audit;
using CqpPortal.Database.Editing;
using CqpPortal.Domain.Access;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Editing;
using CqpPortal.Web.Access;
using CqpPortal.Web.Answers;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.EspaceCpne.Certifications;

/// <summary>The draft as it is read, commented, signed by each committee and published.</summary>
internal sealed class RelectureModel(PortalDbContext database, CurrentPerson current, TimeProvider clock) : EntryPage(database, current, clock)
{
    /// <summary>Each failure means that somebody else succeeded.</summary>
    private const int Attempts = 10;

    public EntryText Text { get; private set; } = null!;

    public EntryWords Words { get; private set; } = null!;

    /// <summary>What keeps an open draft from being sent to review.</summary>
    public IReadOnlyList<EntryFault> Faults { get; private set; } = [];

    public IReadOnlyList<SigningCommittee> Signing { get; private set; } = [];

    /// <summary>Remarks by field, those that wait for an answer first.</summary>
    public IReadOnlyList<IGrouping<string, FieldComment>> Remarks { get; private set; } = [];

    public ReviewForm Form { get; private set; } = new();

    /// <summary>What was asked and is not possible, and why.</summary>
    public string? Refusal { get; private set; }

    /// <summary>What to correct, by the name of its field.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; private set; } = new Dictionary<string, string>();

    /// <summary>Subject of the remark to which an answer must be corrected.</summary>
    public string? Answered => Errors.Count > 0 && Request.Query["handler"] == "Answer" ? Form.Path ?? "" : null;

    public int NextVersion => Entry.PublishedVersion + 1;

    public IEnumerable<SigningCommittee> ToSign => Signing.Where(committee => committee.Given is null && Person.May(Permission.Sign, committee.Key));

    public IEnumerable<SigningCommittee> Signed => Signing.Where(committee => committee.Given is not null && Person.May(Permission.Sign, committee.Key));

    public bool MayAnswer => May(Permission.Review) || May(Permission.WriteDrafts);

    /// <summary>What a remark can be about: the whole, each field that is there once, each row.</summary>
    public IEnumerable<(string Path, string Words)> Subjects => EntryFields.Alone.Select(path => (path, Words.Label(path)))
        .Prepend(("", Say("Toute la fiche")))
        .Concat(EntryFields.Of(Text).Keys.Where(path => path.EndsWith("/title", StringComparison.Ordinal) || path.EndsWith("/open", StringComparison.Ordinal) || path.EndsWith("/committee", StringComparison.Ordinal))
            .Select(path => (path, Short(Words.Label(path), path))));

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    /// <summary>A form without a button of this page.</summary>
    public IActionResult OnPost() => BadRequest();

    public Task<IActionResult> OnPostSubmitAsync(ReviewForm form, CancellationToken cancellationToken) => ActAsync(form, async () =>
    {
        if (Entry.SubmittedAt is not null && Entry.DraftDigest == form.Digest) return Here("signatures");
        GuardRead(form);
        var (text, _) = await EntryOpening.TextAsync(Database, Entry, cancellationToken);
        if ((await FaultsAsync(text, cancellationToken)).Count > 0)
            throw new EntryRefusedException(Message.Of($"La fiche n’est pas encore prête à être relue : faites d’abord ce qui est demandé ci-dessous."));
        Entry.Submit(Author.At);
        await SignatureMails.AddAsync(Database, Entry, Author, SiteAddress.Of(Request), cancellationToken);
        await SaveAsync(AuditAction.SentToReview, Missing(), null, cancellationToken);
        return Here("signatures");
    }, cancellationToken);

    public Task<IActionResult> OnPostTakeBackAsync(ReviewForm form, CancellationToken cancellationToken) => ActAsync(form, async () =>
    {
        if (Entry.SubmittedAt is null) return Here("");
        Entry.TakeBack(Author.At);
        await SaveAsync(AuditAction.SentBack, $"Version {NextVersion} : les signatures données sont retirées", null, cancellationToken);
        return Here("");
    }, cancellationToken);

    public async Task<IActionResult> OnPostCommentAsync(ReviewForm form, CancellationToken cancellationToken)
    {
        if (!Check(form, ReviewFormValidator.Comment)) return await AgainAsync(form, cancellationToken);
        return await ActAsync(form, async () =>
        {
            var (path, text, since) = (form.Path ?? "", form.Remark!.Trim(), Author.At.AddMinutes(-1));
            var (entryText, _) = await EntryOpening.TextAsync(Database, Entry, cancellationToken);
            if (path.Length > 0 && !EntryFields.Alone.Contains(path) && !EntryFields.Of(entryText).ContainsKey(path))
                throw new EntryRefusedException(Message.Of($"Le champ de votre remarque n’est plus dans la fiche : choisissez-en un autre."));
            // Sent twice by a double click.
            if (await Database.Set<FieldComment>().AnyAsync(row => row.EntryId == Entry.Id && row.Path == path && row.Text == text && row.PersonId == Person.Id && row.WrittenAt > since, cancellationToken)) return Here("remarques");
            Database.Add(new FieldComment { EntryId = Entry.Id, Path = path, Text = text, PersonId = Person.Id, PersonName = Person.Name, WrittenAt = Author.At });
            Database.Add(Line(AuditAction.CommentAdded, $"{InFrench(entryText, path)} : {text}", null));
            await Database.SaveChangesAsync(cancellationToken);
            return Here("remarques");
        }, cancellationToken);
    }

    /// <summary>All that was said of a field has been answered.</summary>
    public Task<IActionResult> OnPostResolveAsync(ReviewForm form, CancellationToken cancellationToken) => ActAsync(form, async () =>
    {
        var path = form.Path ?? "";
        var open = await Database.Set<FieldComment>().Where(row => row.EntryId == Entry.Id && row.Path == path && row.ResolvedAt == null).ToListAsync(cancellationToken);
        if (open.Count == 0) return Here("remarques");
        foreach (var remark in open) (remark.ResolvedAt, remark.ResolvedBy) = (Author.At, Person.Name);
        var (text, _) = await EntryOpening.TextAsync(Database, Entry, cancellationToken);
        Database.Add(Line(AuditAction.CommentResolved, InFrench(text, path), null));
        await Database.SaveChangesAsync(cancellationToken);
        return Here("remarques");
    }, cancellationToken);

    public async Task<IActionResult> OnPostSignAsync(ReviewForm form, CancellationToken cancellationToken)
    {
        if (!Person.May(Permission.Sign, form.Committee ?? "")) return await ForbidAsync(cancellationToken);
        return await ActAsync(form, async () =>
        {
            if (Entry.SignatureOf(form.Committee!) is { } given && given.PersonId == Person.Id && given.Digest == form.Digest) return Here("signatures");
            Entry.Sign(form.Committee!, form.Digest ?? "", Author);
            await SaveAsync(AuditAction.SignatureGiven, $"Version {NextVersion}, empreinte {form.Digest}", form.Committee, cancellationToken);
            return Here("signatures");
        }, cancellationToken);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(ReviewForm form, CancellationToken cancellationToken)
    {
        if (!Person.May(Permission.Sign, form.Committee ?? "")) return await ForbidAsync(cancellationToken);
        if (!Check(form, ReviewFormValidator.Withdraw)) return await AgainAsync(form, cancellationToken);
        return await ActAsync(form, async () =>
        {
            var because = form.Because!.Trim();
            if (Entry.SignatureOf(form.Committee!) is null && Entry.Signatures.Any(signature => signature.Committee == form.Committee && signature.Digest == form.Digest && signature.WithdrawnBecause == because)) return Here("signatures");
            Entry.WithdrawSignature(form.Committee!, because, Author.At);
            await SaveAsync(AuditAction.SignatureWithdrawn, $"Version {NextVersion} : {because}", form.Committee, cancellationToken);
            return Here("signatures");
        }, cancellationToken);
    }

    public async Task<IActionResult> OnPostPublishAsync(ReviewForm form, CancellationToken cancellationToken)
    {
        if (!Check(form, ReviewFormValidator.Publish)) return await AgainAsync(form, cancellationToken);
        return await ActAsync(form, async () =>
        {
            if (!Entry.HasDraft && Entry.Certification is { } published
                && await Database.EntryVersions.AnyAsync(version => version.EntryId == Entry.Id && version.Number == Entry.PublishedVersion && version.Digest == form.Digest, cancellationToken))
                return $"/certifications/{published.Slug}";
            GuardRead(form);
            var (text, _) = await EntryOpening.TextAsync(Database, Entry, cancellationToken);
            if ((await FaultsAsync(text, cancellationToken)).Count > 0)
                throw new EntryRefusedException(Message.Of($"La fiche ne peut pas être publiée en l’état : reprenez-la en brouillon et faites ce qui est demandé ci-dessous."));
            return $"/certifications/{await EntryPublication.PublishAsync(Database, new ReadText(Entry.Id, form.Digest!), form.Reason!.Trim(), Author, cancellationToken)}";
        }, cancellationToken);
    }

    protected override Permission Needs(string? handler) => handler switch
    {
        "Submit" => Permission.WriteDrafts,
        // Who reviews sends back and settles; so does who writes, and answers.
        "TakeBack" or "Resolve" or "Answer" => May(Permission.Review) ? Permission.Review : Permission.WriteDrafts,
        "Comment" => Permission.Review,
        _ => Permission.Sign,
    };

    /// <summary>An answer to a remark: what who writes may say too.</summary>
    public Task<IActionResult> OnPostAnswerAsync(ReviewForm form, CancellationToken cancellationToken) => OnPostCommentAsync(form, cancellationToken);

    private static string Short(string words, string path) => path.Length > 0 && words.Length > 90 ? words[..90] + "…" : words;

    /// <summary>For the log, which is French whoever writes.</summary>
    private static string InFrench(EntryText text, string path)
    {
        using var french = Written.In(Language.French);
        return new EntryWords([text]).Label(path);
    }

    private string Missing()
    {
        using var french = Written.In(Language.French);
        return $"Version {NextVersion}, à signer par {Written.Count(Entry.Missing.Count, "commission")}";
    }

    private string Here(string place) => $"/espace-cpne/certifications/{Entry.Id}/relecture{(place.Length > 0 ? "#" : "")}{place}";

    private void GuardRead(ReviewForm form)
    {
        if (Entry.DraftDigest != form.Digest) throw new EntryRefusedException(Message.Of($"La fiche a changé depuis que vous l’avez ouverte : voici le texte d’aujourd’hui. Relisez-le, puis recommencez."));
    }

    private AuditLine Line(AuditAction action, string details, string? committee) => new()
    {
        At = Author.At,
        Action = action,
        PersonId = Person.Id,
        PersonName = Person.Name,
        Committee = committee,
        EntryId = Entry.Id,
        Subject = Entry.Title,
        Details = AuditLine.Cut(details),
    };

    private async Task SaveAsync(AuditAction action, string details, string? committee, CancellationToken cancellationToken)
    {
        Database.Add(Line(action, details, committee));
        // A signature alone would not touch the entry: nobody signs what somebody else takes back at the same moment.
        Database.Entry(Entry).Property(entry => entry.Title).IsModified = true;
        await Database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Does it, again from what is stored where somebody was quicker, and goes to the address that it returns.</summary>
    private async Task<IActionResult> ActAsync(ReviewForm form, Func<Task<string>> act, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return Redirect(await act());
            }
            catch (EntryRefusedException refused)
            {
                Refusal = refused.Words.InWords();
                await ReloadAsync(cancellationToken);
                return await AgainAsync(form, cancellationToken);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                await ReloadAsync(cancellationToken);
            }
        }
    }

    private bool Check(ReviewForm form, string button)
    {
        var result = new ReviewFormValidator().Validate(form, options => options.IncludeRuleSets(button));
        Errors = result.Errors.GroupBy(failure => failure.PropertyName).ToDictionary(failures => failures.Key, failures => failures.First().ErrorMessage);
        return result.IsValid;
    }

    private async Task<IActionResult> AgainAsync(ReviewForm form, CancellationToken cancellationToken)
    {
        Form = form;
        await ShowAsync(cancellationToken);
        Response.StatusCode = Refusal is null ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<IReadOnlyList<EntryFault>> FaultsAsync(EntryText text, CancellationToken cancellationToken)
    {
        var (_, unknown) = await EntryOwners.OfAsync(Database, text, Clock.TodayInParis(), cancellationToken);
        var named = text.Owners.Select(owner => owner.Committee).OfType<string>().ToList();
        var committees = await Database.BranchCommittees.AsNoTracking().Where(committee => named.Contains(committee.Key)).ToDictionaryAsync(committee => committee.Key, cancellationToken);
        // A committee signs for its own branches: naming another one must not spare the signature of the right one.
        var wrong = CertificationText.Owners(text).Where(owner => owner.Committee is { } key
            && !(committees.TryGetValue(key, out var committee) && (committee.Branches.Count == 0 || committee.Branches.Contains(owner.Branch)))).Select(owner => owner.Branch);
        var owned = CertificationText.Owners(text).Select(owner => owner.Branch).ToList();
        var known = await Database.Branches.Where(branch => owned.Contains(branch.Idcc)).Select(branch => branch.Idcc).ToListAsync(cancellationToken);
        return EntryFaults.OfPublication(text, Clock.TodayInParis(), [.. unknown, .. wrong, .. owned.Except(known)]);
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        (Text, _) = await EntryOpening.TextAsync(Database, Entry, cancellationToken);
        var idccs = Text.Owners.Select(owner => Idcc.Parse(owner.Branch, null)).ToList();
        var branches = await Database.Branches.AsNoTracking().Where(branch => idccs.Contains(branch.Idcc)).ToDictionaryAsync(branch => branch.Idcc.ToString(), branch => branch.Name, cancellationToken);
        Words = new EntryWords([Text], branches);
        if (Entry.HasDraft) Faults = await FaultsAsync(Text, cancellationToken);
        var names = await Database.BranchCommittees.AsNoTracking().Where(committee => Entry.Signing.Contains(committee.Key)).ToDictionaryAsync(committee => committee.Key, committee => committee.Name, cancellationToken);
        var signers = await Database.Users.AsNoTracking().Where(person => person.ClosedAt == null && person.Grants.Any(grant => grant.Permission == Permission.Sign && Entry.Signing.Contains(grant.Committee!)))
            .OrderBy(person => person.Name).ToListAsync(cancellationToken);
        Signing =
        [
            .. Entry.Signing.Select(key => new SigningCommittee(key, names.GetValueOrDefault(key, key), Entry.SignatureOf(key),
                [.. signers.Where(person => person.May(Permission.Sign, key)).Select(person => person.Name)],
                [.. Entry.Signatures.Where(signature => signature.Committee == key && signature.WithdrawnAt is not null && signature.WithdrawnAt >= Entry.SubmittedAt).OrderByDescending(signature => signature.WithdrawnAt)])),
        ];
        var comments = await Database.Set<FieldComment>().AsNoTracking().Where(comment => comment.EntryId == Entry.Id).OrderBy(comment => comment.Id).ToListAsync(cancellationToken);
        Remarks = [.. comments.GroupBy(comment => comment.Path).OrderBy(thread => thread.All(comment => comment.ResolvedAt is not null)).ThenByDescending(thread => thread.Max(comment => comment.Id))];
    }
}
