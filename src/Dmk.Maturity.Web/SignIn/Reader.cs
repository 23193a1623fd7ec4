using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Web;

/// <summary>Somebody who looks at results.</summary>
/// <param name="Audience">Anyone, unless signed in.</param>
public sealed record Reader(SignInState State, Audience Audience)
{
    internal static Reader Without(SignInState state) => new(state, Audience.Anyone);
}
