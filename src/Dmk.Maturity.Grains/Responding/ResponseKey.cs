namespace Dmk.Maturity.Grains;

/// <summary>The key of a response, Land / response id, as in <c>SN/0190f...</c>.</summary>
internal readonly record struct ResponseKey(string Land, Guid Id)
{
    /// <exception cref="ArgumentException">Not of this form.</exception>
    public static ResponseKey Parse(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && Guid.TryParseExact(key.AsSpan(slash + 1), "N", out var id)
            ? new(key[..slash], id)
            : throw new ArgumentException($"'{key}' is not the key of a response (Land / response id).", nameof(key));
    }

    public override string ToString() => $"{Land}/{Id:N}";
}
