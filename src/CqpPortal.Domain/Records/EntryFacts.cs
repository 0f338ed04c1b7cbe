using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CqpPortal.Domain.Editing;

namespace CqpPortal.Domain.Records;

/// <summary>The dated records of an entry and its applications, as they stand at one moment.</summary>
public sealed record EntryFacts(DatedRecords Records, IReadOnlyList<RegistrationApplication> Applications)
{
    /// <summary>Tells one state of the facts from any other: whoever wrote from another one is outdated.</summary>
    public string Digest
    {
        get
        {
            var said = new StringBuilder();
            void Say(FormattableString line) => said.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
            foreach (var row in Records.Proposals.OrderBy(row => row.Day).ThenBy(row => row.Kind)) Say($"p {row.Kind} {row.Committee} {row.Day:O}");
            foreach (var row in Records.Decisions.OrderBy(row => row.DecidedOn).ThenBy(row => row.Kind).ThenBy(row => row.Committee, StringComparer.Ordinal)) Say($"d {row.Kind} {row.Committee} {row.DecidedOn:O}");
            foreach (var row in Records.Sendings.OrderBy(row => row.SentOn).ThenBy(row => row.Authority)) Say($"t {row.Authority} {row.SentOn:O}");
            foreach (var row in Records.Registrations.OrderBy(row => row.Number))
            {
                Say($"r {row.Number} {row.Level} {row.DecidedOn:O} {row.PublishedOn:O} {row.EffectOn:O} {row.EndsOn:O} {row.DeliveryDeadline:O} {row.WithdrawnOn:O}");
                foreach (var period in row.Suspensions.OrderBy(period => period.From)) Say($"s {period.From:O} {period.Until:O}");
            }
            Say($"x {Records.SuppressedOn:O} {Records.SuppressionReason} {Records.ClosedOn:O}");
            foreach (var application in Applications.OrderBy(application => application.Place))
            {
                Say($"a {application.Place} {application.Register} {application.HasOneCohort} {application.Number}");
                foreach (var step in application.Steps) Say($"e {step.State} {step.Day:O} {step.Note}");
            }
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said.ToString())));
        }
    }

    public RegistrationApplication Application(int place) =>
        Applications.FirstOrDefault(application => application.Place == place) ?? throw new EntryRefusedException(Message.Of($"Cette demande n’existe pas : rouvrez la page des faits."));

    /// <summary>Opens an application.</summary>
    public EntryFacts Apply(RegistrationApplication application) => this with { Applications = [.. Applications, application] };

    /// <summary>Puts an application in the place of the one that it follows from.</summary>
    public EntryFacts Go(RegistrationApplication application) => this with { Applications = [.. Applications.Select(known => known.Place == application.Place ? application : known)] };
}
