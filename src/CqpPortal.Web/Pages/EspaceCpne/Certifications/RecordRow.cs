using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Records;

namespace CqpPortal.Web.Pages.EspaceCpne.Certifications;

/// <summary>Names a fact in an address, so that it can be corrected.</summary>
internal static class RecordRow
{
    public static string Of(Proposal row) => $"{row.Kind}.{row.Committee}.{row.Day:yyyy-MM-dd}";

    public static string Of(CommitteeDecision row) => $"{row.Kind}.{row.Committee}.{row.DecidedOn:yyyy-MM-dd}";

    public static string Of(Sending row) => $"{row.Authority}.{row.SentOn:yyyy-MM-dd}";
}
