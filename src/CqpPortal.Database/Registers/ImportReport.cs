namespace CqpPortal.Database.Registers;

/// <summary>What an import did, file by file.</summary>
public sealed record ImportReport(IReadOnlyList<DropReport> Drops)
{
    /// <summary>0: all taken. 1: taken with rejections, or some files refused. 2: nothing taken.</summary>
    public int ExitCode =>
        Drops.All(drop => drop.Outcome == DropOutcome.Refused) ? 2
        : Drops.Any(drop => drop.Outcome == DropOutcome.Refused || drop.Rejected.Count > 0) ? 1
        : 0;
}
