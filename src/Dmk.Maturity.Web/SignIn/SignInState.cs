namespace Dmk.Maturity.Web;

/// <summary>How somebody who looks at results has signed in.</summary>
public enum SignInState
{
    /// <summary>Not at all.</summary>
    Nobody,

    SignedIn,

    /// <summary>By a sign-in that has been ended, has run out, or whose token has.</summary>
    Ended,

    /// <summary>By a token in the header <c>Authorization</c> that is unknown, revoked or has run out.</summary>
    TokenRefused,
}
