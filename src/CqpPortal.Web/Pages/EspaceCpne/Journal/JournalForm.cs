using System.Globalization;
using CqpPortal.Database;
using CqpPortal.Database.Audit;
using CqpPortal.Domain.Calendar;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.EspaceCpne.Journal;

/// <summary>What is looked for in the audit log, as typed; what is left empty is not asked.</summary>
internal sealed class JournalForm
{
    [FromQuery(Name = "qui")]
    public string? Person { get; set; }

    [FromQuery(Name = "quoi")]
    public string? Action { get; set; }

    [FromQuery(Name = "fiche")]
    public string? Entry { get; set; }

    [FromQuery(Name = "commission")]
    public string? Committee { get; set; }

    [FromQuery(Name = "du")]
    public string? From { get; set; }

    [FromQuery(Name = "au")]
    public string? Until { get; set; }

    [FromQuery(Name = "mots")]
    public string? Words { get; set; }

    /// <summary>What was typed, by the name of its field.</summary>
    public IReadOnlyList<(string Name, string Value)> Typed =>
    [
        .. new[] { ("qui", Person), ("quoi", Action), ("fiche", Entry), ("commission", Committee), ("du", From), ("au", Until), ("mots", Words) }
            .Where(typed => !string.IsNullOrWhiteSpace(typed.Item2)).Select(typed => (typed.Item1, typed.Item2!)),
    ];

    public static DateOnly? Day(string? text) => DateOnly.TryParseExact(text?.Trim(), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static int? Number(string? text) => int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The lines that are meant, once the form is valid.</summary>
    public IQueryable<AuditLine> Of(PortalDbContext database, IQueryable<AuditLine> lines)
    {
        if (Words is { Length: > 0 }) lines = lines.Where(line => EF.Functions.ILike(line.Subject, Pattern(Words), "\\") || EF.Functions.ILike(line.Details!, Pattern(Words), "\\"));
        if (Person is { Length: > 0 }) lines = lines.Where(line => EF.Functions.ILike(line.PersonName!, Pattern(Person), "\\"));
        if (Enum.TryParse<AuditAction>(Action, out var action)) lines = lines.Where(line => line.Action == action);
        if (Number(Entry) is { } entry) lines = lines.Where(line => line.EntryId == entry);
        if (Committee?.Replace("\0", "", StringComparison.Ordinal) is { Length: > 0 } key)
            lines = lines.Where(line => line.Committee == key || database.Entries.Any(row => row.Id == line.EntryId && row.Committees.Contains(key)));
        if (Day(From) is { } from)
        {
            var begins = from.BeginsInParis();
            lines = lines.Where(line => line.At >= begins);
        }
        if (Day(Until) is { } until)
        {
            var ends = until.AddDays(1).BeginsInParis();
            lines = lines.Where(line => line.At < ends);
        }
        return lines;
    }

    private static string Pattern(string words) =>
        $"%{words.Trim().Replace("\0", "", StringComparison.Ordinal).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
}

internal sealed class JournalFormValidator : AbstractValidator<JournalForm>
{
    public JournalFormValidator()
    {
        RuleFor(form => form.From).Must(IsDay).OverridePropertyName("du").WithMessage(_ => Say("Écrivez le premier jour, par exemple 2026-11-24."));
        RuleFor(form => form.Until).Must(IsDay).OverridePropertyName("au").WithMessage(_ => Say("Écrivez le dernier jour, par exemple 2026-11-24."));
        RuleFor(form => form.Entry).Must(text => string.IsNullOrWhiteSpace(text) || JournalForm.Number(text) is not null).OverridePropertyName("fiche").WithMessage(_ => Say("Écrivez le numéro de la fiche : il est dans l’adresse de ses pages."));
        RuleFor(form => form.Action).Must(text => string.IsNullOrWhiteSpace(text) || (Enum.TryParse<AuditAction>(text, out var action) && Enum.IsDefined(action))).OverridePropertyName("quoi").WithMessage(_ => Say("Choisissez une action dans la liste."));
    }

    private static bool IsDay(string? text) => string.IsNullOrWhiteSpace(text) || JournalForm.Day(text) is { Year: > 1 and < 9999 };
}
