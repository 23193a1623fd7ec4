using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>The codes of a classification in their order, found by code.</summary>
internal sealed class CodeOrder
{
    private readonly Classification _classification;
    private readonly Dictionary<string, int> _places;

    private CodeOrder(Classification classification) =>
        (_classification, _places) = (
            classification,
            classification
                .Entries.Select((entry, place) => (entry.Code, place))
                .ToDictionary(one => one.Code, one => one.place, StringComparer.Ordinal)
        );

    /// <summary>One more than the classification has: those who did not say come last.</summary>
    public int Count => _places.Count + 1;

    public static CodeOrder Of(Classification classification) => new(classification);

    public string CodeAt(int place) => place == _places.Count ? ReportingCell.NotStated : _classification.Entries[place].Code;

    /// <exception cref="ArgumentException">The classification has no such code.</exception>
    public int PlaceOf(string code) =>
        _places.TryGetValue(code, out var place) ? place
        : code == ReportingCell.NotStated ? _places.Count
        : throw new ArgumentException($"The classification '{_classification.Id}' has no code '{code}'.", nameof(code));
}
