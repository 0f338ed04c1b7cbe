using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Editing;
using CqpPortal.Web.Forms;

namespace CqpPortal.Web.Pages.EspaceCpne.Certifications;

/// <summary>A text as the form of one page sends it: its fields bear their paths as names. What the page does not show stays as it was.</summary>
internal sealed class PostedText(IFormCollection form)
{
    private static readonly Dictionary<string, string[]> Fields = new()
    {
        ["activity"] = ["title", "description"],
        ["block"] = ["title", "code"],
        ["skill"] = ["title", "block", "activities", "assessments", "transversal", "knowledge"],
        ["assessment"] = ["title", "method", "criteria", "threshold"],
        ["owner"] = ["committee", "joined-on", "left-on"],
        ["route"] = ["open", "jury"],
    };

    private static readonly HashSet<string> Long =
    [
        "purpose", "sectors", "target-jobs", "work-situations", "regulated-activity", "entry-prerequisites", "validation-prerequisites", "partial-validation",
        "description", "knowledge", "method", "criteria", "threshold", "jury",
    ];

    /// <param name="start">The text that the person had on screen.</param>
    /// <param name="parts">Fields and kinds of rows that the page shows.</param>
    public EntryText Over(EntryText start, IReadOnlyList<string> parts)
    {
        var fields = EntryFields.Of(start);
        foreach (var path in fields.Keys.Where(path => parts.Contains(path.Split('/')[0])).ToList()) fields.Remove(path);
        foreach (var part in parts)
        {
            if (!Fields.TryGetValue(part, out var names)) Put(fields, part, part);
            else foreach (var id in Ids(part)) foreach (var name in names) Put(fields, $"{part}/{id}/{name}", name);
            // Who names the jury of a route means that it is open.
            if (part == "route") foreach (var id in Ids(part).Where(id => fields.ContainsKey($"route/{id}/jury"))) fields.TryAdd($"route/{id}/open", "yes");
            var order = Ids(part).ToList();
            // Skills are shown under their activities: to send them in that order is not to move them.
            if (part == "skill" && order.SequenceEqual(FrameworkEdits.Shown(start))) order = [.. start.Skills.Select(skill => skill.Id)];
            if (order.Count > 0) fields[$"{part}/order"] = string.Join(' ', order);
        }
        return EntryFields.ToText(fields);
    }

    private IEnumerable<string> Ids(string kind) => form[$"{kind}/order"].Where(id => kind switch
    {
        "owner" => Idcc.TryParse(id, null, out _),
        "route" => Enum.TryParse<AccessRouteCode>(id, out var code) && Enum.IsDefined(code),
        _ => EntryRows.IsId(id),
    }).Distinct()!;

    private void Put(Dictionary<string, string> fields, string path, string name)
    {
        var sent = form[path];
        var value = name is "activities" or "assessments" ? string.Join(' ', sent.Where(EntryRows.IsId))
            : Long.Contains(name) ? TypedText.Lines(sent.FirstOrDefault())
            : TypedText.Line(sent.FirstOrDefault());
        // A row is there by its first field, even while that is empty; a route of which nothing is said is none.
        if (value.Length > 0 || name is "title" or "committee") fields[path] = value;
    }
}
