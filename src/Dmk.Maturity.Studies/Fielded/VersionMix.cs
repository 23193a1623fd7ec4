using System.Text.Json;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>How many respondents were asked each version of their study's questionnaire.</summary>
/// <param name="Respondents">By version number, as in 1.0.0; a version that nobody has answered is not there.</param>
public sealed record VersionMix(IReadOnlyDictionary<string, long> Respondents)
{
    public static VersionMix Nobody { get; } = new(new Dictionary<string, long>());

    public static VersionMix Of(IEnumerable<KeyValuePair<string, long>> counts) =>
        new(
            counts
                .GroupBy(count => count.Key, count => count.Value, StringComparer.Ordinal)
                .Select(version => KeyValuePair.Create(version.Key, version.Sum()))
                .Where(count => count.Value > 0)
                .OrderBy(count => VersionNumber.Parse(count.Key))
                .ToDictionary(StringComparer.Ordinal)
        );

    public long Of(string version) => Respondents.GetValueOrDefault(version);

    /// <summary>The rule of the shown state, here for versions: each gains nobody or at least the minimum. Otherwise all wait together,
    /// because those that
    /// wait alone would be the difference to the respondents that a table shows.</summary>
    /// <param name="now">Of the respondents that are shown.</param>
    /// <returns>What is shown from now on.</returns>
    public VersionMix Advance(VersionMix now, int minimum) =>
        now.Respondents.All(version => version.Value - Of(version.Key) is var more && (more == 0 || more >= minimum)) ? now : this;

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(Respondents);

    /// <exception cref="JsonException">The bytes were not made by <see cref="Write"/>.</exception>
    public static VersionMix Read(byte[] stored) => Of(JsonSerializer.Deserialize<Dictionary<string, long>>(stored)!);
}
