using System.Globalization;
using CqpPortal.Database.Registers;
using CqpPortal.Domain.Access;
using CqpPortal.Domain.Editing;
using CqpPortal.Web.Access;
using CqpPortal.Web.Pages.Cpf;
using CqpPortal.Web.Registers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CqpPortal.Web.Pages.EspaceCpne.Registres;

/// <summary>Sends one export of the registers; it is taken in the background, and this page says how far it is.</summary>
[Authorize(nameof(Permission.RunImports))]
[MostBytes(MostBytes)]
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
internal sealed class ImportModel(RegisterDesk desk, CurrentPerson current, TimeProvider clock) : PageModel
{
    public const int MostMegabytes = 200;

    /// <summary>The file, and what the form says around it.</summary>
    private const long MostBytes = MostMegabytes * 1_000_000L + 100_000;

    public SentImport? Import => desk.Last;

    public bool IsRunning => Import is { Finished.IsCompleted: false };

    /// <summary>What to do instead, where nothing was begun.</summary>
    public string? Refused { get; private set; }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, string? date, bool force, CancellationToken cancellationToken)
    {
        if (file is not { Length: > 0 }) return Refuse(Say("Choisissez un fichier : l’export de France compétences, tel que publié sur data.gouv.fr."));
        DateOnly? day = DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var typed) ? typed : null;
        if (!string.IsNullOrEmpty(date) && day is null) return Refuse(Say("Écrivez la date de l’export, ou laissez-la vide si elle est dans le nom du fichier."));
        var path = Path.Combine(Directory.CreateTempSubdirectory("cqp-portal-import-").FullName, SafeName(file.FileName));
        var isBegun = false;
        try
        {
            await using (var kept = new FileStream(path, FileMode.CreateNew, FileAccess.Write)) await file.CopyToAsync(kept, cancellationToken);
            var person = await current.GetAsync();
            isBegun = desk.TryBegin(path, new ImportOptions(force, day), new Author(person.Id, person.Name, clock.GetUtcNow()));
        }
        finally
        {
            if (!isBegun) Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
        return isBegun ? LocalRedirect("/espace-cpne/registres/import") : Refuse(Say("Un export est déjà en cours : attendez qu’il soit pris, puis renvoyez le vôtre."), StatusCodes.Status409Conflict);
    }

    /// <summary>The name tells register and date; nothing else of it is trusted.</summary>
    private static string SafeName(string name)
    {
        var plain = string.Concat(name.Split('/', '\\')[^1].Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-'));
        return plain.Trim('.') is { Length: > 0 } kept ? kept[^Math.Min(kept.Length, 120)..] : "export";
    }

    private PageResult Refuse(string message, int status = StatusCodes.Status400BadRequest)
    {
        Refused = message;
        return new PageResult { StatusCode = status };
    }
}
