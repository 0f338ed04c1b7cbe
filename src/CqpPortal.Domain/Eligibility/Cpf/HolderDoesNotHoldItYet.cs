using CqpPortal.Domain.Recognition;

namespace CqpPortal.Domain.Eligibility.Cpf;

/// <summary>Since the summer of 2026 the law treats apart who already holds the certification or the block; its text is still to be checked.</summary>
internal sealed class HolderDoesNotHoldItYet : ICondition<CpfQuestion>
{
    public string Series => "E10";

    public DateOnly DayOf(CpfQuestion question) => question.OrderedOn;

    public Finding? Examine(DatedRule rule, CpfQuestion question)
    {
        if (question.Registration is null) return null;
        if (question.Held is null) return rule.Unknown(Bearing.Personal);
        return question.Held.FirstOrDefault(held => Matches(held, question)) is { } same
            ? rule.Unknown(Bearing.Required, new Fact(FactName.Held, same))
            : rule.Warning(Bearing.Informative);
    }

    /// <summary>The same certification under any of its numbers, or the same block of it; the whole holds its blocks, and a block is part of the whole.</summary>
    private static bool Matches(string held, CpfQuestion question)
    {
        if (held == question.Block) return true;
        if (RegistryNumber.TryParse(held, out var number)) return IsOfCertification(number, question);
        if (!SkillBlockCode.TryParse(held, null, out var block) || !IsOfCertification(block.Number, question)) return false;
        return question.Block is null || (SkillBlockCode.TryParse(question.Block, null, out var asked) && asked.Order == block.Order);
    }

    private static bool IsOfCertification(RegistryNumber number, CpfQuestion question) =>
        question.Certification.Recognition.Registrations.Any(registration => registration.Number == number);
}
