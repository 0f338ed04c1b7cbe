using CqpPortal.Domain.Recognition;

namespace CqpPortal.Web.Pages.Shared;

/// <summary>The mark of a certification: shape, colour and words say the same.</summary>
public sealed record Seal(RecognitionStatus Status, string Words);
