namespace CqpPortal.Web.Answers;

/// <summary>Language of an answer.</summary>
internal enum Language
{
    French,
    English,
}
