namespace CqpPortal.Web.Wording;

/// <summary>Language of a page or an answer.</summary>
public enum Language
{
    French,
    English,
}
