namespace CqpPortal.Domain.Eligibility.Cpf;

/// <summary>The provider holds an active authorisation to train on this very fiche.</summary>
internal sealed class ProviderMayTrainForTheFiche : ICondition<CpfQuestion>
{
    public string Series => "E7";

    public DateOnly DayOf(CpfQuestion question) => question.OrderedOn;

    public Finding? Examine(DatedRule rule, CpfQuestion question)
    {
        if (question.Registration is not { } registration) return null;
        if (question.Provider is not { } provider) return rule.Unknown(Bearing.Personal, RegistrationRules.Of(registration));
        Fact number = RegistrationRules.Of(registration), siret = new(FactName.Siret, provider.Siret);
        if (provider.Habilitations is not { } habilitations) return rule.Unknown(Bearing.Required, number, siret);
        if (habilitations.Any(held => held.MayTrain && held.Period?.Contains(question.OrderedOn) == true)) return rule.Met(Bearing.Personal, number, siret);
        return rule.NotMet(Bearing.Personal, number, siret, habilitations.Count > 0 ? new Fact(FactName.Habilitation, habilitations[^1].State) : null);
    }
}
