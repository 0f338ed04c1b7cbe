using System.Text;
using CqpPortal.Database;
using CqpPortal.Database.Accounts;
using CqpPortal.Database.Audit;
using CqpPortal.Database.Editing;
using CqpPortal.Domain.Access;
using CqpPortal.Domain.Editing;
using CqpPortal.Web.Access;
using CqpPortal.Web.Answers.Batch;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CqpPortal.Web.Pages.EspaceCpne.Certifications;

/// <summary>A file of certifications in: first shown as it is understood, then written as drafts, all or nothing at all.</summary>
[RequestSizeLimit(3 * EntryImport.MostBytes)]
[RequestFormLimits(ValueLengthLimit = 3 * EntryImport.MostBytes, MultipartBodyLengthLimit = 3 * EntryImport.MostBytes)]
internal sealed class ImporterModel(PortalDbContext database, CurrentPerson current, TimeProvider clock) : PageModel
{
    public EntryImport? Import { get; private set; }

    /// <summary>The file, which the form carries from the trial to the writing.</summary>
    public string Sent { get; private set; } = "";

    /// <summary>Somebody changed the entries between the two.</summary>
    public bool HasMoved { get; private set; }

    public int? Written { get; private set; }

    public bool MayWrite { get; private set; }

    public async Task OnGetAsync(int? ecrits)
    {
        MayWrite = Writes(await current.GetAsync());
        Written = ecrits;
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, string? content, string? state, CancellationToken cancellationToken)
    {
        var person = await current.GetAsync();
        if (!Writes(person)) return Forbid();
        MayWrite = true;
        var bytes = file is null ? Encoding.UTF8.GetBytes(content ?? "") : await ReadAsync(file, cancellationToken);
        Import = await EntryImport.ReadAsync(database, person, bytes, cancellationToken);
        foreach (var entry in Import.Foreign) await Refusals.RecordAsync(HttpContext, person, entry, cancellationToken);
        Sent = bytes.Length <= EntryImport.MostBytes ? Encoding.UTF8.GetString(CsvList.ToUtf8(bytes).Utf8) : "";
        HasMoved = file is null && state is not null && state != Import.State;
        if (!Import.IsRight || HasMoved || state is null)
        {
            Response.StatusCode = !Import.IsRight ? StatusCodes.Status400BadRequest : HasMoved ? StatusCodes.Status409Conflict : StatusCodes.Status200OK;
            return Page();
        }
        var changes = Import.Changes.ToList();
        foreach (var line in changes) await WriteAsync(line, new Author(person.Id, person.Name, clock.GetUtcNow()), cancellationToken);
        database.Add(person.Did(AuditAction.EntriesImported, clock.GetUtcNow(), "Certifications", $"{changes.Count} brouillons écrits sur {Import.Lines.Count} lignes"));
        await database.SaveChangesAsync(cancellationToken);
        return Redirect($"/espace-cpne/certifications/importer?ecrits={changes.Count}");
    }

    private static bool Writes(Person person) => person.Grants.Any(grant => grant.Permission == Permission.WriteDrafts);

    private static async Task<byte[]> ReadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }

    private async Task WriteAsync(ImportedLine line, Author by, CancellationToken cancellationToken)
    {
        if (line.Owned is not { } owned)
        {
            await EntryOpening.CreateAsync(database, line.Text, by, cancellationToken);
            return;
        }
        var entry = owned.EntryId ?? (await EntryOpening.ForAsync(database, owned.CertificationId!.Value, by.At, cancellationToken)).Id;
        await DraftSaving.SaveAsync(database, new WrittenDraft(entry, line.Revision, line.Text), by, cancellationToken);
    }
}
