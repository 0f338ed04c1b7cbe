using CqpPortal.Web.Answers.Batch;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CqpPortal.Web.Pages.Cpf;

/// <summary>May the CPF pay, for a whole list: pasted, or as a file.</summary>
// What people send stays in memory: a threshold below would write it to a file.
[MostBytes(MostBytes)]
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes, ValueLengthLimit = MostBytes, MemoryBufferThreshold = MostBytes)]
internal sealed class LotModel(CpfBatch batch, KeptLists lists) : PageModel
{
    /// <summary>The list, and what the form says around it.</summary>
    private const int MostBytes = CpfBatch.MostBytes + 100_000;

    /// <summary>A short list is answered before its page is shown.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(800);

    public LotForm Form { get; private set; } = new(LotForm.Empty);

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        Form = LotForm.Read(Request.Form);
        if (file?.Length == 0) file = null;
        var (field, codes) = (file is null ? "codes" : "file", Form.Typed["codes"]);
        var (question, refused) = batch.ReadShared(Form.SharedValues);
        if (refused is not null)
        {
            Form = new LotForm(Form.Typed with { Refused = refused.Parameters });
            return Again(StatusCodes.Status400BadRequest);
        }
        if (file is null == codes is null)
        {
            Form = Form.Refuse(field, file is null
                ? new("Collez des codes, ou choisissez un fichier.", "Paste codes, or choose a file.")
                : new("Gardez le fichier ou les codes collés, pas les deux.", "Keep the file or the pasted codes, not both."));
            return Again(StatusCodes.Status400BadRequest);
        }
        try
        {
            var list = file is null ? CsvList.Paste(codes!) : CsvList.Read(await ContentAsync(file, cancellationToken));
            if (lists.Keep(list, Form.SharedValues, question, file?.FileName) is not { } kept)
            {
                Form = Form.Refuse(field, new("Trop de listes attendent : réessayez dans une minute.", "Too many lists wait: try again in a minute."));
                return Again(StatusCodes.Status503ServiceUnavailable);
            }
            await Task.WhenAny(kept.Finished, Task.Delay(Patience, cancellationToken));
            return LocalRedirect($"/cpf/lot/{kept.Id}");
        }
        catch (RefusedListException problem)
        {
            Form = Form.Refuse(field, problem.Text);
            return Again(StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<byte[]> ContentAsync(IFormFile file, CancellationToken cancellationToken)
    {
        if (file.Length > CpfBatch.MostBytes) throw CpfBatch.TooManyBytes;
        var content = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancellationToken);
        return content;
    }

    private PageResult Again(int status)
    {
        Response.StatusCode = status;
        return Page();
    }
}
