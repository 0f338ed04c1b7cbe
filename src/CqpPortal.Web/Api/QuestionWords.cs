using CqpPortal.Web.Answers;

namespace CqpPortal.Web.Api;

/// <summary>What the parameters of the questions mean, for those who build on the API.</summary>
internal static class QuestionWords
{
    private static readonly QueryParameter[] All =
    [
        new("code", "The certification: a number that it bears or bore, its branch's own code, its id, a block's code, or its exact title.") { IsRequired = true },
        new("block", "Only this block of skills: its whole code, or the last part of it, such as BC02."),
        new("orderDate", "Day on which the training, or the VAE support, is ordered; today when not said."),
        new("startDate", "Day on which training starts; the day of the order when not said."),
        new("finishedOn", "Day on which training ends."),
        new("situation", "Of the person; an employee when not said.", [.. ParameterValues.Situations.Keys]),
        new("branch", "IDCC of the collective agreement of the person's company."),
        new("region", "INSEE code of the region, for the lists of 2015 to 2018."),
        new("price", "Of the training or the support, in euros."),
        new("balance", "What is on the CPF account, in euros."),
        new("topUp", "What somebody else pays towards the price, in euros."),
        new("topUpFrom", "Who pays it.", [.. ParameterValues.TopUps.Keys]),
        new("providerSiret", "SIRET of the training provider, 14 digits: is it authorised for this fiche?"),
        new("blocksDeclared", "Whether the provider declares the blocks that the training prepares.", "true", "false"),
        new("heldBlocks", "Numbers or blocks that the person holds already, separated by commas; none for none. May be given several times."),
        new("applicationDate", "Day on which the VAE file is handed in; today when not said."),
        new("experienceMonths", "Experience related to the certification, in months."),
        new("receivedOn", "Day on which the certifier received the file."),
        new("admissibleOn", "Day on which the file was found admissible."),
        new("juryOn", "Day of the jury."),
        new("filesThisYear", "VAE files for this certification handed in this calendar year."),
        new("otherFilesThisYear", "VAE files for other certifications handed in this calendar year."),
        new("day", "The day asked about; today when not said."),
        new("date", "The day asked about; today when not said."),
        new("juryFee", "What the jury costs, in euros."),
        new("onFranceVae", "Whether the certification is on the France VAE platform.", "true", "false"),
        new("registeredOnFranceVae", "Whether the person is registered there.", "true", "false"),
        new("seniorityMonths", "Seniority in the company, in months."),
        new("changesJob", "Whether the person wants to change trade.", "true", "false"),
        new("youngOrOnBenefits", "Whether the person is under 26, or receives one of the benefits that open the professionalisation contract.", "true", "false"),
        new("startedOn", "Day on which training started."),
        new("awardedOn", "Day on which the certificate was awarded."),
    ];

    private static readonly Dictionary<string, QueryParameter> ByName = All.ToDictionary(parameter => parameter.Name);

    public static IReadOnlyList<QueryParameter> Of(QuestionKind kind) => [.. kind.ParameterNames.Select(name => ByName[name])];
}
