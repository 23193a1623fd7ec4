namespace Dmk.Maturity.Studies;

/// <summary>Who asks.</summary>
/// <param name="Land">A ministry's own Land, else null.</param>
/// <param name="Name">What the token was created for, as shown in logs; no person's name.</param>
public sealed record Audience(Role Role, string? Land, string Name)
{
    /// <summary>Which token it was known by; names it and opens nothing. Null without one.</summary>
    public string? TokenId { get; init; }

    public static Audience Anyone { get; } = new(Role.Public, null, "public");

    /// <summary>Operators and administrators see live figures; everybody else the shown state.</summary>
    public Sight Sight => Role is Role.Operator or Role.Administrator ? Sight.Live : Sight.Shown;

    /// <exception cref="NotPermittedException">The public sees published releases, and no figure before one.</exception>
    public void MayReadProvisional()
    {
        if (Role == Role.Public)
        {
            throw new NotPermittedException(
                "Provisional tables are for ministries, economists and operators. The public sees published releases."
            );
        }
    }
}
