using System.Text;
using CqpPortal.Database.Recognition;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace CqpPortal.Web.Calendars;

/// <summary>Ends of registrations and the reminders before them as iCalendar (RFC 5545). The same facts give the same bytes.</summary>
internal static class RenewalCalendar
{
    /// <param name="address">Makes an address of a path of the portal.</param>
    public static byte[] Write(IReadOnlyList<EndingRegistration> endings, Func<string, string> address)
    {
        var calendar = new Calendar { ProductId = "-//Portail CQP//Fins d’enregistrement//FR" };
        calendar.AddProperty("X-WR-CALNAME", Say("Fins d’enregistrement (Portail CQP)"));
        calendar.AddProperty("X-PUBLISHED-TTL", "PT12H");
        foreach (var ending in endings)
        {
            var number = ending.Ladder.Registration.Number;
            var url = new Uri(address($"/certifications/{ending.Slug}"));
            foreach (var step in ending.Ladder.Steps)
            {
                calendar.Events.Add(AllDay($"{number}-{step.Months}", step.On, url,
                    (Say($"Fin dans {step.Months} mois : {ending.Title} ({number})"), Say($"L’enregistrement {number} prend fin le {ending.Ladder.EndsOn.InWords()}. {RenewalWords.ToDo(step)}"))));
            }
            calendar.Events.Add(AllDay($"{number}-fin", ending.Ladder.EndsOn, url, (Say($"Dernier jour : {ending.Title} ({number})"),
                Say($"Dernier jour de l’enregistrement {number}, compris. Aucun renouvellement n’est connu."))));
        }
        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar)!);
    }

    private static CalendarEvent AllDay(string uid, DateOnly day, Uri url, (string Summary, string Description) words) => new()
    {
        Uid = uid.ToLowerInvariant() + "@portail-cqp",
        Start = new CalDateTime(day),
        End = new CalDateTime(day.AddDays(1)),
        // Not the moment of the answer: an unchanged calendar is the same bytes.
        DtStamp = new CalDateTime(day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), "UTC"),
        Summary = words.Summary,
        Description = words.Description,
        Url = url,
        Transparency = TransparencyType.Transparent,
    };
}
