using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Frameworks;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Database.Demonstration;

/// <summary>Builds certifications from a demonstration file through the domain's own constructors: what they refuse cannot be loaded.</summary>
internal static class DemonstrationEntries
{
    private static readonly Dictionary<string, AccessRouteCode> Routes = new()
    {
        ["FI"] = AccessRouteCode.InitialTraining,
        ["CA"] = AccessRouteCode.Apprenticeship,
        ["FC"] = AccessRouteCode.ContinuingTraining,
        ["CQ"] = AccessRouteCode.ProfessionalisationContract,
        ["CL"] = AccessRouteCode.IndividualApplication,
        ["VAE"] = AccessRouteCode.PriorExperience,
    };

    private static readonly Dictionary<string, TransmissionAuthority> Authorities = new()
    {
        ["CNCP"] = TransmissionAuthority.Cncp,
        ["FRANCE_COMPETENCES"] = TransmissionAuthority.FranceCompetences,
        ["CDC"] = TransmissionAuthority.CaisseDesDepots,
    };

    private static readonly Dictionary<string, CommitteeDecisionKind> Decisions = new()
    {
        ["CREATION"] = CommitteeDecisionKind.Creation,
        ["REVISION"] = CommitteeDecisionKind.Revision,
        ["RENEWAL_REQUEST"] = CommitteeDecisionKind.RenewalRequest,
        ["SUPPRESSION"] = CommitteeDecisionKind.Suppression,
    };

    internal static readonly Dictionary<string, SuccessionKind> Successions = new()
    {
        ["RENEWAL"] = SuccessionKind.Renewal,
        ["MERGE"] = SuccessionKind.Merge,
        ["SPLIT"] = SuccessionKind.Split,
        ["CQP_TO_TFP"] = SuccessionKind.CqpToTfp,
    };

    public static BranchCommittee Committee(DemonstrationFile.Committee written)
    {
        var committee = new BranchCommittee(written.Key, written.Acronym, written.Name) { Email = written.Email };
        foreach (var branch in written.Branches) committee.Cover(Idcc.Parse(branch, null));
        return committee;
    }

    /// <param name="committees">Branches of each committee, by its key.</param>
    /// <param name="asOf">Day on which the texts were written.</param>
    public static Certification Certification(
        DemonstrationFile.Entry written, IReadOnlyDictionary<string, BranchCommittee> committees, DateOnly asOf)
    {
        var kind = written.Kind == "CQPI" ? CertificationKind.Cqpi : CertificationKind.Cqp;
        var owners = written.Owners.SelectMany(owner => committees[owner.Committee].Branches.Select(branch =>
            new OwningBranch(branch, owner.Committee, owner.From, owner.Until)));
        var certification = new Certification(kind, written.Key, written.Title, owners.DistinctBy(owner => owner.Branch))
        {
            IsDemonstration = true,
        };
        certification.NumberedAs(written.LocalCode);
        certification.Describe(Texts(written));
        certification.Frame(Frameworks(written));
        foreach (var registration in written.Registrations) certification.Register(Registration(registration, written));
        foreach (var decision in written.Decisions) certification.Decide(new CommitteeDecision(Decisions[decision.Type], decision.Committee, decision.Date));
        foreach (var sent in written.Transmissions) certification.Transmit(new Transmission(Authorities[sent.To], sent.Date));
        foreach (var list in written.CpfLists) certification.ListForCpf(Listing(list));
        certification.ReachedBy([.. written.Routes.Select(route => new AccessRoute(Routes[route.Key], route.Value.Open, route.Value.Jury))]);
        certification.CountedBy([.. written.Statistics.Select(Year)]);
        certification.ClassedAs(
        [
            .. written.Rome.Select(code => new ClassificationCode(Classification.Rome, code)),
            .. written.Nsf.Select(code => new ClassificationCode(Classification.Nsf, code)),
            .. written.Formacodes.Select(code => new ClassificationCode(Classification.Formacode, code)),
        ]);
        if (written.SuppressedOn is { } day) certification.Suppress(day);
        foreach (var fact in Enum.GetValues<CertificationFact>()) certification.Cite(new FactSource(fact, FactOrigin.Demonstration, asOf));
        return certification;
    }

    private static CpfListing Listing(DemonstrationFile.CpfList list) => list switch
    {
        { Scope: "national" } => CpfListing.National(list.From, list.Until),
        { Region: { } region } => CpfListing.Regional(region, list.From, list.Until),
        _ => new CpfListing(Idcc.Parse(list.Branch!, null), list.From, list.Until),
    };

    private static CertificationTexts Texts(DemonstrationFile.Entry written) => new()
    {
        Purpose = written.Summary,
        Sectors = written.Sectors,
        RegulatedActivity = written.RegulatedActivity,
        EntryPrerequisites = written.Prerequisites?.Entry,
        ValidationPrerequisites = written.Prerequisites?.Validation,
        PartialValidation = written.PartialValidation,
    };

    private static FrameworkSet Frameworks(DemonstrationFile.Entry written)
    {
        var activities = written.Activities.Items.Index().ToDictionary(
            item => item.Item.Code, item => new Activity(item.Index, item.Item.Title, item.Item.Description));
        var assessments = written.Assessments.Index().ToDictionary(item => item.Item.Code, item => new Assessment(item.Index, item.Item.Title)
        {
            Method = item.Item.Method,
            Criteria = item.Item.Criteria ?? [],
            Threshold = item.Item.Threshold,
        });
        var blocks = new List<SkillBlock>();
        foreach (var (position, writtenBlock) in written.Blocks.Index())
        {
            var block = new SkillBlock(position, NullIfEmpty(writtenBlock.Code), NullIfEmpty(writtenBlock.Title));
            foreach (var (order, ability) in writtenBlock.Skills.Index())
            {
                var skill = new Skill(order, ability.Title) { IsTransversal = ability.Transversal, Knowledge = ability.Knowledge ?? [] };
                foreach (var code in ability.Activities ?? []) skill.Serves(activities[code]);
                foreach (var code in ability.Assessments ?? []) skill.IsAssessedBy(assessments[code]);
                block.Add(skill);
            }
            blocks.Add(block);
        }
        return new FrameworkSet
        {
            WorkSituations = written.Activities.WorkSituations,
            TargetJobs = written.Activities.TargetJobs ?? [],
            Activities = [.. activities.Values],
            Blocks = blocks,
            Assessments = [.. assessments.Values],
        };
    }

    private static Registration Registration(DemonstrationFile.Registered written, DemonstrationFile.Entry of)
    {
        var number = RegistryNumber.Parse(written.Number, null);
        var dates = new RegistrationDates(written.EndsOn)
        {
            DecidedOn = written.DecidedOn,
            PublishedOn = written.PublishedOn,
            DeliveryDeadline = written.DeliveryDeadline,
        };
        var registration = new Registration(number, written.Level is { } level ? new QualificationLevel(level) : null, dates);
        foreach (var incident in written.Incidents ?? [])
        {
            if (incident.Kind == "WITHDRAWN") registration.Withdraw(incident.From);
            else registration.Suspend(new ValidityPeriod(incident.From, incident.Until));
        }
        if (number.Register == Register.Rncp)
        {
            foreach (var block in of.Blocks.Where(block => block.Code.StartsWith("BC", StringComparison.Ordinal)))
                registration.AddBlock(new RegisteredBlock($"{number}{block.Code}", block.Title));
        }
        return registration;
    }

    private static YearStatistics Year(DemonstrationFile.Year year) => new(year.Number, year.Certified)
    {
        CertifiedByVae = year.CertifiedByVae,
        InsertionRateAtSixMonths = year.Insertion6Months,
        InsertionRateInJobAtTwoYears = year.InsertionInJob2Years,
    };

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
