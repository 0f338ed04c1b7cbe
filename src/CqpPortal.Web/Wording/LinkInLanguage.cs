using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CqpPortal.Web.Wording;

/// <summary>Links and forms of an English page lead to English pages; style sheets, scripts and pictures are those of the French ones.</summary>
[HtmlTargetElement("a", Attributes = "href")]
[HtmlTargetElement("form", Attributes = "action")]
[HtmlTargetElement("link", Attributes = "href", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("script", Attributes = "src")]
[HtmlTargetElement("img", Attributes = "src", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LinkInLanguage : TagHelper
{
    /// <summary>After those of the framework, which may still change the address.</summary>
    public override int Order => int.MaxValue;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!Written.IsEnglish) return;
        ArgumentNullException.ThrowIfNull(output);
        var name = output.TagName switch { "form" => "action", "a" or "link" => "href", _ => "src" };
        if (!output.Attributes.TryGetAttribute(name, out var address)) return;
        if (address.Value is not IHtmlContent encoded)
        {
            output.Attributes.SetAttribute(name, LanguageOfAddress.InLanguage(address.Value?.ToString() ?? ""));
            return;
        }
        using var written = new StringWriter();
        encoded.WriteTo(written, HtmlEncoder.Default);
        output.Attributes.SetAttribute(name, new HtmlString(LanguageOfAddress.InLanguage(written.ToString())));
    }
}
