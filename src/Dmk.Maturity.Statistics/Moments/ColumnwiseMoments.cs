using System.Globalization;

namespace Dmk.Maturity.Statistics;

/// <summary>Moments of several cells, added up column by column instead of respondent by respondent: the same to the last bit, as sums are
/// exact, at a small part of the cost where scores come as codes.</summary>
/// <remarks>Every respondent is counted once, and once more in each column of scores and among the products.</remarks>
public sealed class ColumnwiseMoments
{
    private readonly CellMoments[] _cells;

    /// <exception cref="ArgumentException">A layout by the persons employed, or one that does not fit together.</exception>
    public ColumnwiseMoments(MomentLayout layout, int cells)
    {
        if (layout.PerPerson)
        {
            throw new ArgumentException("Columns give no sums by the persons employed.", nameof(layout));
        }

        (Layout, _cells) = (layout, [.. Enumerable.Range(0, cells).Select(_ => new CellMoments(layout))]);
    }

    public MomentLayout Layout { get; }

    /// <summary>What has been added.</summary>
    public IReadOnlyList<CellMoments> Cells => _cells;

    /// <summary>Counts one respondent per place.</summary>
    /// <param name="cells">In which cell each counts.</param>
    public void Count(ReadOnlySpan<int> cells)
    {
        foreach (var cell in cells)
        {
            _cells[cell].AddWithout(1);
        }
    }

    /// <summary>Adds one variable of respondents who are counted apart from it.</summary>
    /// <param name="scores">One per place of <paramref name="cells"/>; NaN is missing.</param>
    /// <exception cref="ArgumentOutOfRangeException">A score is infinite or beyond <see cref="CellMoments.LargestScore"/>.</exception>
    public void Add(int variable, ReadOnlySpan<int> cells, ReadOnlySpan<double> scores)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (!double.IsNaN(scores[i]))
            {
                _cells[cells[i]].AddScore(variable, scores[i]);
            }
        }
    }

    /// <summary>Adds one variable of respondents who are counted apart from it.</summary>
    /// <param name="found">In the same cells.</param>
    public void Add(int variable, CodedScores found)
    {
        for (var cell = 0; cell < _cells.Length; cell++)
        {
            found.AddTo(cell, variable, _cells[cell]);
        }
    }

    /// <summary>Adds the products of the crossed variables of respondents who are counted apart from it.</summary>
    /// <param name="scores">Those of the first respondent, then those of the next: one per crossed variable; NaN is missing.</param>
    /// <exception cref="ArgumentException">More or fewer scores.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A score is infinite or beyond <see cref="CellMoments.LargestScore"/>.</exception>
    public void Cross(ReadOnlySpan<int> cells, ReadOnlySpan<double> scores)
    {
        var crossed = Layout.Crossed.Count;
        if (scores.Length != cells.Length * crossed)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{scores.Length} scores for {cells.Length} x {crossed}."),
                nameof(scores)
            );
        }

        for (var i = 0; crossed > 0 && i < cells.Length; i++)
        {
            _cells[cells[i]].AddProducts(scores.Slice(i * crossed, crossed));
        }
    }
}
