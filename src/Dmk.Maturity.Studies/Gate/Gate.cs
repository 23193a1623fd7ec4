using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Disclosure control: the one exit for numbers.</summary>
/// <remarks>Operators see exact figures of all answers, without those of few respondents and those that would give these away, see
/// <see cref="Suppression"/>. Everybody else sees rounded figures of companies that were chosen so that no set of a few can be formed from
/// figures, tables and states; which ones are withheld was decided on these sets. Where all companies have one score, or a mean so near to
/// an end of the scale that nearly all must have the end's, a bound is all that is said.
/// That nobody has answered in a cell is shown: there is no answer to protect, and in a sample it does not tell whether a company was
/// asked.</remarks>
public sealed class Gate
{
    /// <summary>A mean and a standardised mean are two equations for the withheld cells of a Land: with as many as this, at least two more
    /// would be needed to tell one.</summary>
    private const int EnoughUnknowns = 4;

    /// <summary>Points of a scale of 100: who is known to be within them of an end of the scale is known.</summary>
    private const double NearAnEnd = 10;

    /// <summary>Companies with all items of a scale. Some twenty numbers of two digits leave; the answers of so many could make them in
    /// more ways than anybody can tell apart.</summary>
    private const int EnoughToCorrelate = 30;

    /// <summary>How far beyond its scale a mean may lie that was computed, in parts of the scale.</summary>
    private const double AlmostNothing = 1e-9;

    private readonly ConfidentialityRule _rule;
    private readonly (double From, double To) _scale;
    private readonly Sight _sight;

    /// <param name="audience">Who is going to read the figures.</param>
    /// <param name="scale">Of the scores.</param>
    /// <exception cref="NotPermittedException">The public sees published releases, and no figure before one.</exception>
    public Gate(ConfidentialityRule rule, Audience audience, (double From, double To) scale)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rule.MinimumRespondents, 1, nameof(rule));
        ArgumentOutOfRangeException.ThrowIfNegative(rule.UnreliableHalfWidth, nameof(rule));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(scale.To, scale.From, nameof(scale));
        audience.MayReadProvisional();
        (_rule, _scale, _sight) = (rule, scale, audience.Sight);
    }

    /// <summary>For operators: protects all tables of a lattice together: a withheld cell of one table must not be had from the margins
    /// that another one shows.</summary>
    /// <remarks>Same lattice, same figures, whatever the order of the cells.</remarks>
    /// <param name="lattice">Every cell of every table of the lattice in the study's dimensions, null for a total over a dimension; the
    /// grand total too. Cells without respondents may be left out.</param>
    /// <returns>One figure per cell, in order.</returns>
    /// <exception cref="ArgumentException">Cells that stand twice, with unequal numbers of dimensions, or with more respondents than
    /// their total.</exception>
    public IReadOnlyList<PublishedFigure> Protect(IReadOnlyList<RawCell> lattice) =>
        Exact(lattice, Withheld([.. lattice.Select(cell => new SetCell(cell.Codes, cell.Respondents))]));

    /// <summary>For operators: what <see cref="Protect(IReadOnlyList{RawCell})"/> withholds, told from the respondents alone.</summary>
    /// <returns>Per cell why it is withheld, null where it is shown.</returns>
    internal CellStatus?[] Withheld(IReadOnlyList<SetCell> lattice)
    {
        var suppression = new Suppression(lattice, _rule.MinimumRespondents);
        return
        [
            .. lattice.Select(
                (_, place) =>
                    suppression.IsSensitive(place) ? CellStatus.FewRespondents
                    : suppression.IsWithheld(place) ? CellStatus.ProtectsAnother
                    : (CellStatus?)null
            ),
        ];
    }

    /// <summary>For operators: the figures of cells of which it has been decided.</summary>
    internal IReadOnlyList<PublishedFigure> Exact(IReadOnlyList<RawCell> cells, IReadOnlyList<CellStatus?> decided) =>
        [.. cells.Zip(decided, (cell, why) => why is { } withheld ? PublishedFigure.Withheld(withheld) : Figure(cell))];

    /// <summary>For everybody else: what was decided on the companies behind the figures, rounded.</summary>
    /// <param name="decided">Per cell why it is withheld, null where it is shown.</param>
    /// <returns>One figure per cell, in order.</returns>
    /// <exception cref="ArgumentException">Not one decision per cell.</exception>
    public IReadOnlyList<PublishedFigure> Protect(IReadOnlyList<RawCell> cells, IReadOnlyList<CellStatus?> decided) =>
        decided.Count != cells.Count ? throw new ArgumentException("Every cell needs a decision.", nameof(decided))
        // A census of public bodies that report on their own work: nothing is withheld, and nothing rounded.
        : _rule.MinimumRespondents == 1 ? [.. cells.Select(Figure)]
        : [.. cells.Zip(decided, (cell, why) => why is { } withheld ? PublishedFigure.Withheld(withheld) : Rounded(cell))];

    /// <summary>For everybody else: means per person employed, as was decided on the companies behind them. Of a company that makes up no
    /// more than the share that dominance allows, a mean tells to within its distance to an end of the scale in parts of that share; so
    /// near to an end, and where nobody differs, a bound is shown.</summary>
    /// <inheritdoc cref="Protect(IReadOnlyList{RawCell}, IReadOnlyList{CellStatus?})"/>
    internal IReadOnlyList<PublishedFigure> ProtectPerPerson(IReadOnlyList<RawCell> cells, IReadOnlyList<CellStatus?> decided)
    {
        var nearest = NearAnEnd * (_scale.To - _scale.From) / 100 * _rule.Dominance.Share / 100;
        return
        [
            .. Protect(cells, decided)
                .Zip(
                    cells,
                    (figure, cell) =>
                        !IsExact
                        && figure.Estimate is not null
                        && cell.Estimate is { } exact
                        && (exact.StandardError == 0 || Math.Min(exact.Value - _scale.From, _scale.To - exact.Value) < nearest)
                            ? PublishedFigure.Alike(ScoreBound.Around(exact.Value, _scale))
                            : figure
                ),
        ];
    }

    /// <summary>A mix of figures that have passed, with parts that add up to 1: an index under other weights of its dimensions. Its
    /// standard error and its interval are at most as wide as the same mix of theirs.</summary>
    /// <param name="index">Under its own weights; its respondents and population stand for the mix.</param>
    /// <param name="whole">Its part.</param>
    /// <param name="dimensions">Those that have a part.</param>
    internal PublishedFigure Mixed(PublishedFigure index, double whole, IReadOnlyList<(PublishedFigure Figure, double Part)> dimensions)
    {
        if (index.Estimate is not { } own)
        {
            return Withheld(index);
        }

        var (value, error, lower, upper, freedom) = (
            whole * own.Value,
            whole * own.StandardError,
            whole * own.Lower,
            whole * own.Upper,
            own.DegreesOfFreedom
        );
        foreach (var (figure, part) in dimensions)
        {
            if (figure.Estimate is not { } estimate)
            {
                return Withheld(figure);
            }

            value += part * estimate.Value;
            error += part * estimate.StandardError;
            lower += part * estimate.Lower;
            upper += part * estimate.Upper;
            freedom = Math.Min(freedom, estimate.DegreesOfFreedom);
        }

        var mixed = own with
        {
            Value = value,
            StandardError = error,
            Lower = lower,
            Upper = upper,
            DegreesOfFreedom = freedom,
            DesignEffect = double.NaN,
        };
        return PublishedFigure.Shown(Reliability(mixed), IsExact ? mixed : Rounding.Of(mixed));

        // Of a bound no mix is made.
        static PublishedFigure Withheld(PublishedFigure figure)
        {
            return PublishedFigure.Withheld(figure.Status == CellStatus.AllAlike ? CellStatus.ProtectsAnother : figure.Status);
        }
    }

    /// <summary>The difference of two figures that have passed; null where one of them is withheld.</summary>
    /// <param name="exact">Of the same two.</param>
    public PublishedDifference? Difference(Comparison exact, PublishedFigure one, PublishedFigure other) =>
        one.Estimate is { } minuend && other.Estimate is { } subtrahend
            ? PublishedDifference.Shown(IsExact ? exact : Rounding.Of(exact, Rounding.Tenths(minuend.Value - subtrahend.Value)))
            : null;

    /// <summary>One figure in percent of another that have both passed; null where one of them is withheld, or the other is 0.</summary>
    /// <param name="exact">Of the same two, in percent, as a change: 10 where the first is 110 % of the other.</param>
    public PublishedDifference? Percentage(Comparison exact, PublishedFigure one, PublishedFigure other)
    {
        if (one.Estimate is not { } above || other.Estimate is not { } below || !double.IsFinite(exact.Value) || below.Value == 0)
        {
            return null;
        }

        var percentage = exact with { Value = 100 + exact.Value, Lower = 100 + exact.Lower, Upper = 100 + exact.Upper };
        return PublishedDifference.Shown(IsExact ? percentage : Rounding.Of(percentage, Rounding.Tenths(100 * above.Value / below.Value)));
    }

    /// <summary>Whether a figure may rest on what so many companies have in common: the error of a difference tells of them.</summary>
    public bool MayUse(long companies) => companies >= (IsExact ? 2 : _rule.MinimumRespondents);

    /// <summary>A combination of means of a table of which no cell can be told by it.</summary>
    /// <param name="cells">Of the table, those that the combination is made from.</param>
    /// <returns>Null where so few of them are withheld that the combination would tell them, or some are not yet shown.</returns>
    public PublishedDifference? Combination(Comparison exact, IReadOnlyList<PublishedFigure> cells) =>
        IsExact ? PublishedDifference.Shown(exact)
        : cells.Count(IsWithheld) is 0 or >= EnoughUnknowns && !cells.Any(cell => cell.Status == CellStatus.NotYetShown)
            ? PublishedDifference.Shown(Rounding.Of(exact, Rounding.Tenths(exact.Value)))
        : null;

    /// <summary>How the items of a scale go together. Correlations of a few companies could be searched for the answers that make them, so
    /// that readers see those of <see cref="EnoughToCorrelate"/> or more; and those who lack some of the items are as many as must protect
    /// each other, so that nothing tells of them by subtraction.</summary>
    internal PublishedReliability Reliability(ScaleSets sets)
    {
        var (complete, minimum) = (sets.Complete, _rule.MinimumRespondents);
        var (weighted, unweighted) = (ScaleReliability.Of(complete.Weighted), ScaleReliability.Of(complete.Unweighted));
        return complete.Respondents < (IsExact ? minimum : Math.Max(minimum, EnoughToCorrelate))
                ? PublishedReliability.Withheld(complete.Respondents == 0 ? CellStatus.NoRespondents : CellStatus.FewRespondents)
            : IsExact ? PublishedReliability.Shown(complete.Respondents, weighted, unweighted)
            : sets.With.Any(with => with - complete.Respondents is > 0 and var rest && rest < minimum)
                ? PublishedReliability.Withheld(CellStatus.ProtectsAnother)
            : _rule.Dominance.IsDominated(complete.Largest.First, complete.Largest.Second, complete.Largest.Total)
                ? PublishedReliability.Withheld(CellStatus.Dominated)
            : PublishedReliability.Shown(complete.Respondents, Rounding.Of(weighted), Rounding.Of(unweighted));
    }

    /// <summary>How many companies have a score of an item. Neither those who have one nor those who have none are told of when they are
    /// few.</summary>
    /// <param name="place">Of the item, after the node.</param>
    internal PublishedResponse Response(ScaleSets sets, int place)
    {
        var (scored, without) = (sets.With[place], sets.Respondents - sets.With[place]);
        var (unweighted, weighted) = (100.0 * without / sets.Respondents, 100 * (1 - (sets.WeightsWith[place] / sets.Weights)));
        return sets.Respondents == 0 ? PublishedResponse.Withheld(CellStatus.NoRespondents)
            : IsExact ? PublishedResponse.Shown(scored, without, unweighted, weighted)
            : scored < _rule.MinimumRespondents || (without > 0 && without < _rule.MinimumRespondents)
                ? PublishedResponse.Withheld(CellStatus.FewRespondents)
            : PublishedResponse.Shown(scored, without, Rounding.Tenths(unweighted), Rounding.Tenths(weighted));
    }

    /// <summary>Operators see what is; so does everybody where nothing is withheld.</summary>
    private bool IsExact => _sight == Sight.Live || _rule.MinimumRespondents == 1;

    private static bool IsWithheld(PublishedFigure cell) =>
        cell is { Estimate: null, Status: not (CellStatus.NoRespondents or CellStatus.StructuralZero) };

    /// <summary>Which figures would let somebody who can calculate narrow the mean of too few companies, see
    /// <see cref="ProtectionIntervals"/>.</summary>
    /// <param name="figures">Of the cells, rounded.</param>
    /// <param name="sources">Per cell, which companies its table is made from.</param>
    /// <returns>Places of figures that are shown and must not be.</returns>
    internal IReadOnlyList<int> Narrowing(
        IReadOnlyList<RawCell> cells,
        IReadOnlyList<PublishedFigure> figures,
        IReadOnlyList<int> sources
    ) =>
        _rule.MinimumRespondents == 1
            ? []
            : ProtectionIntervals.Further([.. cells.Select((cell, at) => AsRead(cell, figures[at], sources[at]))], _rule.Protection / 100);

    /// <summary>For operators: the same, of exact figures.</summary>
    /// <param name="decided">Per cell why it is withheld, null where it is shown.</param>
    /// <param name="means">Per cell what the mean is divided by, as the population, and the mean.</param>
    /// <returns>Places of figures that are shown and must not be. None where negative weights lead out of the scale: nobody can rely on its
    /// ends then.</returns>
    internal IReadOnlyList<int> Narrowing(
        IReadOnlyList<SetCell> lattice,
        IReadOnlyList<CellStatus?> decided,
        IReadOnlyList<(double Population, double Mean)> means
    )
    {
        var (from, width) = (_scale.From, _scale.To - _scale.From);
        (double Population, double Mean)[] known = [.. means.Select(cell => (cell.Population, (cell.Mean - from) / width))];
        return known.Any(cell => cell.Population < 0 || cell.Mean is < -AlmostNothing or > 1 + AlmostNothing)
            ? []
            : ProtectionIntervals.Further([.. lattice.Select(Exactly)], _rule.Protection / 100);

        ReadCell Exactly(SetCell cell, int at)
        {
            var (population, isShown) = (known[at].Population, decided[at] is null);
            var mean = cell.Respondents == 0 ? 0 : Math.Clamp(known[at].Mean, 0, 1);
            return new(cell.Codes, 0, cell.Respondents, isShown ? (mean, mean) : (0, 1), isShown ? (population, population) : null)
            {
                IsSecret = decided[at] == CellStatus.FewRespondents,
                Truth = (population, mean * population),
            };
        }
    }

    private ReadCell AsRead(RawCell cell, PublishedFigure figure, int source)
    {
        var mean =
            figure.Estimate is { } estimate ? Rounding.OfTenths(estimate.Value)
            : figure.Bound is { } bound ? (bound.Lower, bound.Upper)
            : _scale;
        return new(
            cell.Codes,
            source,
            cell.Respondents,
            (OnScale(mean.Item1), OnScale(mean.Item2)),
            figure.Estimate is { } shown ? Rounding.OfThreeDigits(shown.Population) : null
        )
        {
            IsSecret = figure.Status is CellStatus.FewRespondents or CellStatus.Dominated or CellStatus.AllAlike,
        };
    }

    private double OnScale(double score) => Math.Clamp((score - _scale.From) / (_scale.To - _scale.From), 0, 1);

    private PublishedFigure Rounded(RawCell cell)
    {
        if (cell.Estimate is not { Respondents: > 0 } exact)
        {
            return Figure(cell);
        }

        var rounded = Rounding.Of(exact);
        return IsDominated(cell, exact) ? PublishedFigure.Withheld(CellStatus.Dominated)
            : cell.AllAlike || IsNearAnEnd(exact, rounded) ? PublishedFigure.Alike(ScoreBound.Around(exact.Value, _scale))
            : PublishedFigure.Shown(Reliability(exact), rounded);
    }

    /// <summary>In a census a cell can count fewer than its weights add up to.</summary>
    private bool IsDominated(RawCell cell, Estimate exact) =>
        _rule.Dominance.IsDominated(
            cell.Largest.First,
            cell.Largest.Second,
            Math.Max(exact.Population, cell.Largest.First + cell.Largest.Second)
        );

    /// <summary>Whether the distances of all companies to the end of the scale add up to so little that hardly any can be away from it:
    /// of companies with equal weights the distance of the mean times their number is the most that one of them can be away.</summary>
    private bool IsNearAnEnd(Estimate exact, Estimate rounded) =>
        rounded.Value <= _scale.From
        || rounded.Value >= _scale.To
        || Math.Min(exact.Value - _scale.From, _scale.To - exact.Value) * exact.EffectiveRespondents
            < NearAnEnd * (_scale.To - _scale.From) / 100;

    private PublishedFigure Figure(RawCell cell) =>
        cell.Estimate switch
        {
            null or { Respondents: 0 } => PublishedFigure.Withheld(
                cell.Population == 0 ? CellStatus.StructuralZero : CellStatus.NoRespondents
            ),
            var estimate => PublishedFigure.Shown(Reliability(estimate), estimate),
        };

    /// <summary>Without a standard error nobody knows how reliable an estimate is.</summary>
    private CellStatus Reliability(Estimate estimate) =>
        (estimate.Upper - estimate.Lower) / 2 <= _rule.UnreliableHalfWidth * (_scale.To - _scale.From) / 100
        && !double.IsNaN(estimate.StandardError)
            ? CellStatus.Published
            : CellStatus.Unreliable;
}
