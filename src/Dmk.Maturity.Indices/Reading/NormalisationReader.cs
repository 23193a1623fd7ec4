using System.Globalization;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>Reads how a number becomes a score: <c>goalposts: { low: 0, high: 50, outside: clip }</c> or <c>bands: [ { below: 10, score:
/// 0 }, { score: 100 } ]</c>.</summary>
internal sealed class NormalisationReader(Scale scale)
{
    private static readonly Dictionary<string, bool> _outside = new(StringComparer.Ordinal) { ["clip"] = true, ["missing"] = false };

    private readonly MissingScoresReader _missing = new(scale);

    /// <param name="only">The one variable that the number is, or null when it is computed from several.</param>
    public Normalisation? Read(YamlMapping node, Variable? only, Direction direction)
    {
        var (posts, bands) = (node.Optional("goalposts"), node.Optional("bands"));
        if (posts is not null && bands is not null)
        {
            bands.Report("scored-twice", "There are goalposts and bands. Keep one of them.");
            return null;
        }

        if (bands is not null)
        {
            return Bands(bands);
        }

        return node.Required("goalposts")?.AsMapping() is { } mapping ? Posts(mapping, node, only, direction) : null;
    }

    private Normalisation.Goalposts? Posts(YamlMapping mapping, YamlMapping node, Variable? only, Direction direction)
    {
        var (lowNode, highNode) = (mapping.Required("low"), mapping.Required("high"));
        var (low, high) = (lowNode?.AsDecimal(), highNode?.AsDecimal());
        var clip = mapping.Required("outside")?.AsChoice(_outside);
        mapping.NothingElse();
        if (low is not null && low == high)
        {
            mapping.Report(
                "goalposts-equal",
                "The goalposts are the same. Write the value that earns the lowest score as low, the one "
                    + "that earns the highest as high."
            );
        }
        else if (low > high && direction == Direction.Negative)
        {
            node.Optional("direction")!
                .Report(
                    "direction-twice",
                    "The goalposts run downwards, which turns the direction round already. "
                        + "Remove the direction, or put the lower value first."
                );
        }

        if (only?.Question is Question.Numeric numeric)
        {
            CheckWithin(lowNode, low, numeric, only);
            CheckWithin(highNode, high, numeric, only);
        }

        return low is null || high is null || clip is null ? null : new((double)low, (double)high, clip.Value, scale);
    }

    private static void CheckWithin(YamlNode? node, decimal? post, Question.Numeric numeric, Variable only)
    {
        if (post < numeric.Min?.Constant || post > numeric.Max?.Constant)
        {
            node!.Report(
                "goalpost-out-of-range",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Nobody can answer {post} to '{only.Id}', which allows {Bound(numeric.Min)} "
                        + $"to {Bound(numeric.Max)}. Put the goalpost within these bounds."
                ),
                Severity.Warning
            );
        }
    }

    private static string Bound(Expression? bound) =>
        bound?.Constant is { } number ? number.ToString(CultureInfo.InvariantCulture) : "any number";

    private Normalisation.Bands? Bands(YamlNode node)
    {
        var list = node.AsMappings();
        var (bounds, scores) = (new List<double>(), new List<double>());
        for (var i = 0; i < list.Count; i++)
        {
            Band(list[i], i == list.Count - 1, bounds, scores);
        }

        if (list.Count == 1)
        {
            node.Report("too-few-bands", "A single band gives everybody the same score. Name at least two.");
        }

        return list.Count > 1 && bounds.Count == list.Count - 1 && scores.Count == list.Count ? new([.. bounds], [.. scores]) : null;
    }

    private void Band(YamlMapping band, bool last, List<double> bounds, List<double> scores)
    {
        var below = band.Optional("below");
        if (last == below is not null)
        {
            (below ?? band).Report(
                "open-band",
                last
                    ? "The last band takes all that is left. Remove its 'below', or add a band behind it."
                    : "Only the last band may do without 'below'. Say where this one ends."
            );
        }
        else if ((double?)below?.AsDecimal() is { } bound)
        {
            if (bounds.Count > 0 && bound <= bounds[^1])
            {
                below.Report(
                    "bands-not-ascending",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"This band ends at {bound}, not above the one before it ({bounds[^1]}). Put the bands in ascending order."
                    )
                );
            }

            bounds.Add(bound);
        }

        if (band.Required("score") is { } score && _missing.OnScale(score) is { } onScale)
        {
            scores.Add(onScale);
        }

        band.NothingElse();
    }
}
