namespace Dmk.Maturity.Grains;

/// <summary>The key of a partition, Land / study, as in <c>SN/pilot-2027</c>.</summary>
internal readonly record struct PartitionKey(string Land, string Study)
{
    public static string Of(string land, string study) => $"{land}/{study}";

    public static PartitionKey Parse(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return new(key[..slash], key[(slash + 1)..]);
    }
}
