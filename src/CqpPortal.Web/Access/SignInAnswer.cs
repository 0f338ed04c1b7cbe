namespace CqpPortal.Web.Access;

/// <summary>What became of an attempt to sign in.</summary>
internal enum SignInOutcome
{
    SignedIn,
    SecondFactorAsked,
    Refused,
    LockedOut,
    AddressNotConfirmed,
    AccountClosed,
    DemonstrationRefused,
}

/// <param name="Until">Until when the account is locked.</param>
internal sealed record SignInAnswer(SignInOutcome Outcome, DateTimeOffset? Until = null)
{
    public static SignInAnswer Locked(DateTimeOffset? until, SignInOutcome otherwise = SignInOutcome.Refused) => until is null ? new(otherwise) : new(SignInOutcome.LockedOut, until);
}
