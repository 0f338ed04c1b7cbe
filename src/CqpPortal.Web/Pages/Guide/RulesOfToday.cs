using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Web.Pages.Guide;

/// <summary>What the guide takes from the dated rules, so that no amount, date or condition is written twice.</summary>
internal sealed class RulesOfToday(RuleBook book, DateOnly day)
{
    public DateOnly Day => day;

    /// <returns>The row of the series in force today, or null.</returns>
    public DatedRule? this[string series] => book.InForce(series, day);

    /// <summary>Rows of the series that have ended, the first one first.</summary>
    public IReadOnlyList<DatedRule> Before(string series) => [.. book.Rules.Where(rule => rule.Series == series && rule.Period.Until < day)];

    /// <summary>What the holder pays with the CPF today, or null where no rule tells.</summary>
    public string? Contribution => this["contribution"]?.Parameters.Amount?.InEuros();

    /// <summary>Most that the rights pay for a certification of the specific register, or null without a cap.</summary>
    public string? Cap => this["K1"]?.Parameters.Cap?.InEuros();

    /// <summary>Months of experience that a VAE asks for, or null where no rule tells.</summary>
    public int? Experience => this["experience"]?.Parameters.Months;

    /// <summary>Whether the CPF pays for a training that leads to a certification of the register.</summary>
    public bool CpfPays(Register register) => this[register == Register.Rncp ? "E2" : "E3"]?.Parameters.Registers.Contains(register) == true;

    public bool VaeLeadsTo(Register register) => this["V1"]?.Parameters.Registers.Contains(register) == true;

    public bool TransitionLeadsTo(Register register) => this["c.6-ptp-certification"]?.Parameters.Registers.Contains(register) == true;

    /// <summary>Whether the way is open to anybody.</summary>
    public bool IsOpen(string way) => this[way]?.Parameters.Situations.Count > 0;

    /// <summary>The rules whose text was not seen: what the portal does not know.</summary>
    public IReadOnlyList<DatedRule> Unsure => [.. book.InForceOn(day).Where(rule => rule.Confidence == Confidence.Low)];
}
