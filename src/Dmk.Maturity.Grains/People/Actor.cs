using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>Who does something, in the words of the audit log.</summary>
public static class Actor
{
    /// <summary>Whoever typed a command, by the name that the system has for them.</summary>
    public static string CommandLine => $"command line, {Environment.UserName}";

    /// <summary>The bearer of a token, by its role and its id; who has none has typed a command.</summary>
    public static string Of(Audience audience) => audience.TokenId is { } id ? $"{Named(audience.Role)}, token {id}" : CommandLine;

    private static string Named(Role role)
    {
        var name = role.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
