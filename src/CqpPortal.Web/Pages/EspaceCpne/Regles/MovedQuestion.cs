using CqpPortal.Web.Answers;

namespace CqpPortal.Web.Pages.EspaceCpne.Regles;

/// <summary>The same question asked for another day: all its days move together.</summary>
internal static class MovedQuestion
{
    extension(AskedQuestion question)
    {
        /// <summary>The day that it is about: the file of a VAE, the order, the start, the award.</summary>
        public DateOnly MainDay => (question.ApplicationDate ?? question.OrderDate ?? question.Date ?? question.AwardedOn ?? question.Day)!.Value;

        public AskedQuestion MovedTo(DateOnly day)
        {
            var days = day.DayNumber - question.MainDay.DayNumber;
            return question with
            {
                OrderDate = question.OrderDate?.AddDays(days),
                StartDate = question.StartDate?.AddDays(days),
                FinishedOn = question.FinishedOn?.AddDays(days),
                ApplicationDate = question.ApplicationDate?.AddDays(days),
                ReceivedOn = question.ReceivedOn?.AddDays(days),
                AdmissibleOn = question.AdmissibleOn?.AddDays(days),
                JuryOn = question.JuryOn?.AddDays(days),
                Date = question.Date?.AddDays(days),
                Day = question.Day?.AddDays(days),
                StartedOn = question.StartedOn?.AddDays(days),
                AwardedOn = question.AwardedOn?.AddDays(days),
            };
        }
    }
}
