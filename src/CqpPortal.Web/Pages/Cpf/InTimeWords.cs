using CqpPortal.Domain.Eligibility.Finish;
using CqpPortal.Domain.Recognition;
using CqpPortal.Web.Pages.Shared;

namespace CqpPortal.Web.Pages.Cpf;

/// <summary>Whether a training ends in time, in words.</summary>
internal static class InTimeWords
{
    public static ShownVerdict Verdict(InTimeAnswer answer, DateOnly startsOn, DateOnly finishesOn)
    {
        if (answer.Registration is not { } registration)
        {
            return new ShownVerdict("unknown", Say("Aucune date ne vous presse : ce CQP n’est inscrit à aucun registre."),
                Say("Seule sa branche fixe un calendrier : demandez à la commission paritaire. Le CPF, lui, ne peut pas payer."));
        }
        var number = registration.Number;
        var last = registration.LastDay.InWords();
        return answer.Bites switch
        {
            WhatBites.Nothing => new ShownVerdict("yes", Say($"Oui : vous finissez {finishesOn.DurationTo(registration.LastDay)} avant la fin de l’enregistrement."),
                Say($"{number} court jusqu’au {last}, dernier jour compris. Ni l’entrée ni la fin ne posent de difficulté.")),
            WhatBites.EndOfRegistration => new ShownVerdict("yes", Say($"Oui : {number} prend fin en route, le {last}, mais votre parcours continue."),
                Say($"Vous entrez avant cette date : la formation reste financée, vous passez l’examen et gardez le bénéfice de l’enregistrement. Le certificat peut être délivré jusqu’au {registration.DeliveryDeadline!.Value.InWords()}.")),
            WhatBites.UnknownDeadline => new ShownVerdict("if", Say("Oui, à condition que le certificat puisse encore être délivré."),
                Say($"{number} prend fin en route, le {last}. Votre parcours continue, mais le registre ne donne pas de date limite de délivrance : demandez-la au certificateur avant de payer.")),
            WhatBites.Deadline => new ShownVerdict("no", Say($"Non : le certificat ne peut plus être délivré après le {registration.DeliveryDeadline!.Value.InWords()}."),
                Say($"Votre formation finit {registration.DeliveryDeadline.Value.DurationTo(finishesOn)} trop tard. Demandez à l’organisme une session plus proche.")),
            WhatBites.FirstDay => new ShownVerdict("no", Say($"Pas encore : {number} commence le {registration.EffectiveOn!.Value.InWords()}."),
                Say($"Entrez en formation ce jour-là ou plus tard : c’est dans {startsOn.DurationTo(registration.EffectiveOn.Value)} après la date prévue.")),
            WhatBites.LastDay => new ShownVerdict("no", Say($"Non : {number} a pris fin le {last}, avant votre entrée en formation."),
                answer.Following is { } following
                    ? Say($"{following.Number} a pris la suite le {following.EffectiveOn!.Value.InWords()} : demandez la formation sous ce numéro.")
                    : Say("Demandez à la commission paritaire de la branche ce qui lui succède.")),
            WhatBites.Suspension => new ShownVerdict("no", Say($"Non, pas ce jour-là : {number} est suspendu."),
                Suspended(registration, startsOn) is { } until ? Say($"La suspension dure jusqu’au {until.InWords()}, dernier jour compris.") : Say("La fin de la suspension n’est pas connue.")),
            _ => new ShownVerdict("unknown", Say($"Nous ne pouvons pas répondre : {number} est retiré pendant votre formation."),
                Say($"Le retrait date du {registration.WithdrawnOn!.Value.InWords()}. Demandez à Mon Compte Formation si votre parcours reste financé.")),
        };
    }

    private static DateOnly? Suspended(Registration registration, DateOnly day) =>
        registration.Suspensions.Where(period => period.Contains(day)).Select(period => period.Until).FirstOrDefault();
}
