using System.Globalization;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>The key of a partition, Land / study, as in <c>SN/pilot-2027</c>; under an index model that was added later, with its number,
/// as in <c>SN/pilot-2027/7</c>.</summary>
internal readonly record struct PartitionKey(string Land, string Study, int Scoring)
{
    /// <summary>Of the index models of a study's file.</summary>
    public static string Of(string land, string study) => $"{land}/{study}";

    /// <summary>Of the index models that a study is under.</summary>
    public static string Of(string land, Study study) =>
        study.Scoring == 0 ? Of(land, study.Id) : string.Create(CultureInfo.InvariantCulture, $"{land}/{study.Id}/{study.Scoring}");

    public static PartitionKey Parse(string key)
    {
        var parts = key.Split('/');
        return new(parts[0], parts[1], parts.Length == 2 ? 0 : int.Parse(parts[2], CultureInfo.InvariantCulture));
    }
}
