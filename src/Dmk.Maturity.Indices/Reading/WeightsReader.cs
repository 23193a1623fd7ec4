using System.Globalization;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>Reads how the children of a node weigh: <c>weight:</c> at each, <c>weights: equal</c> above them, or <c>weights: { total: 100
/// }</c> above for weights that must add up.</summary>
internal sealed class WeightsReader
{
    private static readonly Dictionary<string, bool> _equal = new(StringComparer.Ordinal) { ["equal"] = true };

    private readonly YamlNode? _node;
    private readonly bool _isEqual;
    private readonly bool _isBroken;
    private readonly decimal? _total;
    private decimal? _sum = 0;

    public WeightsReader(YamlMapping parent)
    {
        _node = parent.Optional("weights");
        if (_node is YamlMapping mapping)
        {
            _total = mapping.Required("total")?.AsDecimal();
            mapping.NothingElse();
        }
        else
        {
            _isEqual = _node?.AsChoice(_equal) ?? false;
            _isBroken = _node is not null && !_isEqual;
        }
    }

    public double Read(YamlMapping child)
    {
        if (_isEqual)
        {
            child
                .Optional("weight")
                ?.Report("weight-with-equal-weights", "The node above says weights: equal. Remove this weight, or 'weights: equal' there.");
            return 1;
        }

        var node = _isBroken ? child.Optional("weight") : child.Required("weight");
        var weight = node?.AsDecimal();
        _sum += weight;
        if (weight <= 0)
        {
            node!.Report("weight-not-positive", "A weight must be above 0. To leave an indicator out, remove it.");
        }

        return (double)(weight ?? 1);
    }

    /// <summary>After all children.</summary>
    public void CheckTotal()
    {
        if (_total is { } total && _sum is { } sum && sum != total)
        {
            _node!.Report(
                "weights-do-not-add-up",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The weights below add up to {sum}, not to {total}. Mend one of them, or the total."
                )
            );
        }
    }
}
