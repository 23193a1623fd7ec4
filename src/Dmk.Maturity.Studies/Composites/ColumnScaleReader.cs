using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Reads how columns are brought to the scale of a composite, as in <c>normalise: { ratioTo: leader }</c>.</summary>
/// <param name="from">Where the scale of the composite begins.</param>
/// <param name="to">Where it ends.</param>
internal sealed class ColumnScaleReader(double from, double to)
{
    private static readonly Dictionary<string, OutsidePosts> _outside = new(StringComparer.Ordinal)
    {
        ["clip"] = OutsidePosts.Clamp,
        ["missing"] = OutsidePosts.Missing,
        ["keep"] = OutsidePosts.Keep,
    };

    private static readonly Dictionary<string, ColumnReference> _references = new(StringComparer.Ordinal)
    {
        ["leader"] = new ColumnReference.Leader(),
        ["last"] = new ColumnReference.Last(),
        ["mean"] = new ColumnReference.Mean(),
    };

    /// <summary>Null behind a word: each leaf says more.</summary>
    private readonly Dictionary<string, ColumnScale?> _words = new(StringComparer.Ordinal)
    {
        ["minmax"] = new ColumnScale.MinMax(from, to),
        ["z"] = new ColumnScale.Z(0, 1),
        ["goalposts"] = null,
        ["rank"] = new ColumnScale.Rank(),
        ["percentileRank"] = new ColumnScale.PercentileRank(),
        ["percentile"] = new ColumnScale.Percentile(),
        ["distanceToMaximum"] = new ColumnScale.DistanceToMaximum(),
        ["borda"] = new ColumnScale.Borda(),
    };

    /// <returns>Null for goalposts, which every leaf names itself, and where the file has a mistake.</returns>
    public ColumnScale? Read(YamlNode node)
    {
        if (node is YamlMapping mapping)
        {
            return Parameters(mapping);
        }

        if (node.AsString() is not { } word || _words.ContainsKey(word))
        {
            return node is YamlScalar { Value: var written } ? _words.GetValueOrDefault(written) : null;
        }

        var near = NearMiss.Of(word, _words.Keys) is { } meant ? $" Did you mean '{meant}'?" : "";
        node.Report(
            "unknown-choice",
            $"'{word}' is not known here.{near} Allowed: {string.Join(", ", _words.Keys)}; with numbers of their own minmax, z, "
                + "goalposts, bands, ratioTo, differenceTo, aboutMean."
        );
        return new ColumnScale.MinMax(from, to);
    }

    public ColumnScale.Goalposts? Goalposts(YamlNode node)
    {
        if (node.AsMapping() is not { } mapping)
        {
            return null;
        }

        var (low, high) = (mapping.Required("low")?.AsDecimal(), mapping.Required("high")?.AsDecimal());
        var outside = mapping.Optional("outside")?.AsChoice(_outside) ?? OutsidePosts.Clamp;
        mapping.NothingElse();
        if (low is not null && low == high)
        {
            mapping.Report("goalposts-equal", "The goalposts are the same. Write the value that earns the lowest score as low.");
        }

        return low is null || high is null || low == high ? null : new((double)low, (double)high, outside, from, to);
    }

    public ColumnScale.Bands? Bands(YamlNode node)
    {
        var (bounds, scores) = (new List<double>(), new List<double>());
        var list = node.AsMappings();
        foreach (var band in list)
        {
            var isLast = ReferenceEquals(band, list[^1]);
            var below = isLast ? band.Optional("below") : band.Required("below");
            if (isLast)
            {
                below?.Report("last-band-open", "The last band holds all that is left. Remove 'below' here, or add a band without it.");
            }

            var bound = (double?)below?.AsDecimal() ?? double.NaN;
            if (bounds.Count > 0 && bound <= bounds[^1])
            {
                below!.Report("bands-not-ascending", "A band ends above the one before it. Put the bands in ascending order.");
            }

            bounds.Add(bound);
            scores.Add((double?)band.Required("score")?.AsDecimal() ?? double.NaN);
            band.NothingElse();
        }

        if (node is YamlList && list.Count < 2)
        {
            node.Report("few-bands", "There must be two bands at least: with one, all values earn the same.");
        }

        return list.Count < 2 || scores.Exists(double.IsNaN) ? null : new([.. bounds.SkipLast(1)], scores, from, to);
    }

    /// <returns>Null where the file has a mistake.</returns>
    private ColumnScale? Parameters(YamlMapping mapping)
    {
        var known = new Dictionary<string, Func<YamlNode, ColumnScale?>>(StringComparer.Ordinal)
        {
            ["minmax"] = node => Pair(node, "from", "to") is var (low, high) ? new ColumnScale.MinMax(low, high) : null,
            ["z"] = node => Pair(node, "mean", "deviation") is var (mean, deviation) ? new ColumnScale.Z(mean, deviation) : null,
            ["goalposts"] = Goalposts,
            ["bands"] = Bands,
            ["ratioTo"] = node => Reference(node) is { } reference ? new ColumnScale.RatioTo(reference) : null,
            ["differenceTo"] = node => Reference(node) is { } reference ? new ColumnScale.DifferenceTo(reference) : null,
            ["aboutMean"] = node => node.AsDecimal(0) is { } share ? new ColumnScale.AboutMean((double)share) : null,
        };
        var named = known.Keys.Select(key => (Key: key, Node: mapping.Optional(key))).Where(one => one.Node is not null).ToList();
        mapping.NothingElse();
        if (named.Count != 1)
        {
            mapping.Report(
                "normalise-once",
                $"Name one of {string.Join(", ", known.Keys)} here, as in {{ minmax: {{ from: 1, to: 100 }} }}."
            );
        }

        // A mistake has been reported; what follows needs some scale.
        return (named.Count == 1 ? known[named[0].Key](named[0].Node!) : null) ?? new ColumnScale.MinMax(from, to);
    }

    private static (double First, double Second)? Pair(YamlNode node, string first, string second)
    {
        var mapping = node.AsMapping();
        var (one, other) = (mapping?.Required(first)?.AsDecimal(), mapping?.Required(second)?.AsDecimal());
        mapping?.NothingElse();
        if (one is not null && other is not null && (second == "deviation" ? other <= 0 : other <= one))
        {
            node.Report("scale-not-ascending", second == "deviation" ? "A deviation is above 0." : "to must be above from.");
        }

        return one is null || other is null ? null : ((double)one, (double)other);
    }

    private static ColumnReference? Reference(YamlNode node)
    {
        if (node.AsString() is not { } written)
        {
            return null;
        }

        if (_references.TryGetValue(written, out var reference))
        {
            return reference;
        }

        if (node.AsDecimal() is not { } target)
        {
            return null;
        }

        if (target == 0)
        {
            node.Report("reference-zero", "Nothing can be divided by 0. Name another reference: leader, last, mean or a number.");
        }

        return new ColumnReference.Target((double)target);
    }
}
