namespace CqpPortal.Web.Wording;

internal enum WordChange
{
    Same,
    Gone,
    New,
}
