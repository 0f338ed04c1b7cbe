using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Records;

namespace CqpPortal.Domain.Editing;

/// <summary>
/// What the committees keep of one certification: its draft while there is one, who signed it, and how often it was published. The texts themselves are
/// revisions and versions, written once each.
/// </summary>
public sealed class Entry
{
    private readonly List<Signature> _signatures = [];
    private List<string> _committees = [];

    /// <param name="certification">Null for one that no register holds and that was never published.</param>
    /// <param name="committees">Keys of the committees that own it.</param>
    public Entry(Certification? certification, string title, IEnumerable<string> committees)
    {
        Certification = certification;
        Title = title;
        _committees = [.. committees.Distinct().Order(StringComparer.Ordinal)];
    }

    private Entry()
    {
    }

    public int Id { get; private set; }

    public Certification? Certification { get; private set; }

    /// <summary>Title of the draft, else of the last version, for lists.</summary>
    public string Title { get; private set; } = null!;

    /// <summary>Keys of the committees whose people may open it: owners of what is published and of the draft.</summary>
    public IReadOnlyList<string> Committees => _committees;

    /// <summary>Number of the draft's last revision; 0 when none was ever written. It never goes back.</summary>
    public int Revision { get; private set; }

    /// <summary>Digest of the draft's text; null where no draft is open.</summary>
    public string? DraftDigest { get; private set; }

    /// <summary>Keys of the committees that must sign the draft.</summary>
    public IReadOnlyList<string> Signing { get; private set; } = [];

    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>Number of the last published version; 0 when there is none.</summary>
    public int PublishedVersion { get; private set; }

    /// <summary>When the draft was last saved, or the text last published.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Who did that.</summary>
    public string? ChangedBy { get; private set; }

    /// <summary>Day on which a committee last said that the entry is right as it is.</summary>
    public DateOnly? ReviewedOn { get; private set; }

    public IReadOnlyList<Signature> Signatures => _signatures;

    /// <summary>The dated records: all of them before the first publication, after it those that the certification does not hold.</summary>
    public DatedRecords Records { get; private set; } = DatedRecords.None;

    /// <summary>The applications to France compétences, the oldest first.</summary>
    public IReadOnlyList<RegistrationApplication> Applications { get; private set; } = [];

    /// <summary>The dated records and the applications as they stand now.</summary>
    public EntryFacts Facts => new(Certification is null ? Records : DatedRecords.Of(Certification, Records), Applications);

    public bool HasDraft => DraftDigest is not null;

    public TextState State => !HasDraft && PublishedVersion > 0 ? TextState.Published
        : SubmittedAt is null ? TextState.Draft
        : Missing.Count == 0 ? TextState.FullySigned
        : TextState.InReview;

    /// <summary>Committees whose signature of this very draft is still missing.</summary>
    public IReadOnlyList<string> Missing => [.. Signing.Where(committee => SignatureOf(committee) is null)];

    /// <summary>The signature that a committee gave to this very draft and did not withdraw.</summary>
    public Signature? SignatureOf(string committee) =>
        _signatures.Find(signature => signature.Committee == committee && signature.Digest == DraftDigest && signature.WithdrawnAt is null);

    /// <summary>Takes a text as the next revision of the draft, opening one where there is none.</summary>
    /// <returns>Number of the revision.</returns>
    /// <exception cref="EntryRefusedException">The draft is closed for review.</exception>
    public int Save(EntryText text, IReadOnlyCollection<string> owners, Author by)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(by);
        if (SubmittedAt is not null) throw new EntryRefusedException(Message.Of($"La fiche est en relecture : reprenez-la d’abord en brouillon pour y écrire."));
        (Title, DraftDigest, ChangedAt, ChangedBy) = (text.Title, text.Digest, by.At, by.Name);
        // A committee that the draft leaves out keeps its word: nobody is put out of a certification by the others alone.
        _committees = [.. _committees.Union(owners).Order(StringComparer.Ordinal)];
        Signing = _committees;
        return ++Revision;
    }

    /// <summary>Closes the draft to changes, to be read and signed.</summary>
    /// <exception cref="EntryRefusedException">There is no draft, or it is already closed.</exception>
    public void Submit(DateTimeOffset at)
    {
        GuardDraft();
        if (SubmittedAt is not null) throw new EntryRefusedException(Message.Of($"La fiche est déjà en relecture."));
        SubmittedAt = at;
    }

    /// <summary>Opens the draft to changes again; the signatures given are withdrawn, and stay on record as such.</summary>
    /// <exception cref="EntryRefusedException">It is open already.</exception>
    public void TakeBack(DateTimeOffset at)
    {
        if (SubmittedAt is null) throw new EntryRefusedException(Message.Of($"La fiche est déjà en brouillon."));
        SubmittedAt = null;
        foreach (var signature in _signatures.Where(signature => signature.Digest == DraftDigest && signature.WithdrawnAt is null))
            signature.Withdraw("La fiche a été reprise en brouillon.", at);
    }

    /// <summary>Signs this very draft for a committee.</summary>
    /// <param name="digest">Digest of the text that the person has read.</param>
    /// <exception cref="EntryRefusedException">It is not in review, has changed since, was signed already, or that committee does not own it.</exception>
    public Signature Sign(string committee, string digest, Author by)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (SubmittedAt is null) throw new EntryRefusedException(Message.Of($"On signe une fiche en relecture : celle-ci est encore en brouillon."));
        if (digest != DraftDigest) throw new EntryRefusedException(Message.Of($"La fiche a changé depuis que vous l’avez ouverte : relisez-la, puis signez."));
        if (!Signing.Contains(committee)) throw new EntryRefusedException(Message.Of($"Votre commission ne porte pas cette certification."));
        if (SignatureOf(committee) is { } given) throw new EntryRefusedException(Message.Of($"{given.PersonName} a déjà signé cette version pour votre commission."));
        var signature = new Signature(committee, digest, by);
        _signatures.Add(signature);
        return signature;
    }

    /// <summary>Takes a signature back, as long as the text is not published.</summary>
    /// <exception cref="EntryRefusedException">That committee has not signed this draft.</exception>
    public void WithdrawSignature(string committee, string because, DateTimeOffset at)
    {
        if (SignatureOf(committee) is not { } signature) throw new EntryRefusedException(Message.Of($"Votre commission n’a pas signé cette version : il n’y a rien à retirer."));
        signature.Withdraw(because, at);
    }

    /// <summary>Makes the draft the next published version.</summary>
    /// <param name="owners">Committees that own the certification from now on.</param>
    /// <returns>Number of the version.</returns>
    /// <exception cref="EntryRefusedException">A signature is missing.</exception>
    public int Publish(Certification certification, IReadOnlyCollection<string> owners, Author by)
    {
        ArgumentNullException.ThrowIfNull(by);
        GuardDraft();
        if (State != TextState.FullySigned) throw new EntryRefusedException(Message.Of($"Il manque une signature : chaque commission signe cette version avant qu’elle soit publiée."));
        Certification = certification;
        _committees = [.. owners.Distinct().Order(StringComparer.Ordinal)];
        (DraftDigest, SubmittedAt, Signing, ChangedAt, ChangedBy) = (null, null, [], by.At, by.Name);
        return ++PublishedVersion;
    }

    /// <summary>Records a version that was there before the entry, or came from a register.</summary>
    public int Record() => ++PublishedVersion;

    /// <summary>Keeps the facts that no certification holds; where there is one, it is made to say the others.</summary>
    /// <returns>The facts of the certification that changed.</returns>
    public IReadOnlyList<CertificationFact> Record(EntryFacts facts, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(facts);
        Records = Certification is null ? facts.Records : facts.Records.OfEntryOnly;
        Applications = facts.Applications;
        return Certification is null ? [] : facts.Records.ApplyTo(Certification, day);
    }

    /// <summary>Hands the records that were kept before the first publication to the certification that it made.</summary>
    public void HandRecordsTo(Certification certification, DateOnly day)
    {
        Records.ApplyTo(certification, day);
        Records = Records.OfEntryOnly;
    }

    /// <summary>The entry is right as it is.</summary>
    public void Review(DateOnly day) => ReviewedOn = day;

    /// <summary>Gives the entry to the committee that a merger left.</summary>
    public void PassOn(string from, string to)
    {
        if (_committees.Contains(from)) _committees = [.. _committees.Where(committee => committee != from).Append(to).Distinct().Order(StringComparer.Ordinal)];
        if (Signing.Contains(from)) Signing = [.. Signing.Where(committee => committee != from).Append(to).Distinct().Order(StringComparer.Ordinal)];
    }

    private void GuardDraft()
    {
        if (!HasDraft) throw new EntryRefusedException(Message.Of($"Cette fiche n’a pas de brouillon : ouvrez une nouvelle version."));
    }
}
