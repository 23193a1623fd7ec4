using Dmk.Maturity.Grains;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

/// <summary>Who sent a request, known before anything of it is executed.</summary>
/// <param name="Kind">Exactly one of <see cref="Readers"/>.</param>
/// <param name="Session">Of a company that has entered its code, else null.</param>
/// <param name="SessionToken">As sent, for leaving.</param>
/// <param name="Network">IPv4 address, or the first 64 bits of an IPv6 address.</param>
internal sealed record Caller(Readers Kind, Audience Audience, CompanySession? Session, string? SessionToken, string Network)
{
    /// <summary>The key under which the engine carries it.</summary>
    public const string Key = "dmk.caller";

    public static Caller Of(IResolveFieldContext context) => (Caller)context.UserContext[Key]!;

    /// <summary>For fields that only companies reach.</summary>
    public CompanySession Company =>
        Session ?? throw new InvalidOperationException("A field for companies was reached without a company's session.");
}
