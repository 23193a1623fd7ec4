namespace Dmk.Maturity.Studies;

/// <summary>What is counted of the scores of companies to set one company beside them. No company can be read from it past
/// <see cref="PeerRule"/>; before that it holds the scores of a few, and stays inside.</summary>
/// <remarks>Scores are in hundredths of the scale, 0 to 100. The tally of two parts is the one of both.</remarks>
public sealed class PeerTally
{
    /// <summary>One for each hundredth of the scale; the last includes its end.</summary>
    public const int Bands = 100;

    /// <param name="own">Of the company that is set beside them; NaN where it has none.</param>
    public PeerTally(double own) => Own = own;

    public double Own { get; }

    /// <summary>Companies with a score.</summary>
    public long Companies { get; private set; }

    /// <summary>Those of them that the frame has where they say that they stand.</summary>
    public long Drawn { get; private set; }

    /// <summary>Those with a lower score than the company's own.</summary>
    public long Below { get; private set; }

    /// <summary>Those with the same score, the company itself included where it is among them.</summary>
    public long Same { get; private set; }

    public double Sum { get; private set; }

    /// <summary>As many as may act together, ascending; fewer where there are fewer companies.</summary>
    public IReadOnlyList<double> Lowest { get; private set; } = [];

    /// <summary>As many as may act together, descending; fewer where there are fewer companies.</summary>
    public IReadOnlyList<double> Highest { get; private set; } = [];

    /// <summary>Companies in each band.</summary>
    public IReadOnlyList<long> InBand => _inBand;

    private readonly long[] _inBand = new long[Bands];

    /// <summary>A tally as it was sent.</summary>
    public static PeerTally Of(
        double own,
        (long Companies, long Drawn, long Below, long Same) counts,
        double sum,
        (IReadOnlyList<double> Lowest, IReadOnlyList<double> Highest) ends,
        IReadOnlyList<long> inBand
    )
    {
        var tally = new PeerTally(own)
        {
            Companies = counts.Companies,
            Drawn = counts.Drawn,
            Below = counts.Below,
            Same = counts.Same,
            Sum = sum,
            Lowest = ends.Lowest,
            Highest = ends.Highest,
        };
        inBand.ToArray().CopyTo(tally._inBand, 0);
        return tally;
    }

    /// <summary>A company that the frame has where it stands.</summary>
    /// <param name="score">0 to 100; NaN is missing, and is not counted.</param>
    public void AddDrawn(double score)
    {
        if (!double.IsNaN(score))
        {
            Drawn++;
            AddMoved(score);
        }
    }

    /// <summary>A company that says that it stands here, and that the frame has elsewhere.</summary>
    /// <param name="score">0 to 100; NaN is missing, and is not counted.</param>
    public void AddMoved(double score)
    {
        if (double.IsNaN(score))
        {
            return;
        }

        Companies++;
        Below += score < Own ? 1 : 0;
        Same += score == Own ? 1 : 0;
        Sum += score;
        _inBand[Math.Clamp((int)score, 0, Bands - 1)]++;
        if (Lowest.Count < PeerRule.Together || score < Lowest[^1])
        {
            Lowest = [.. Lowest.Append(score).Order().Take(PeerRule.Together)];
        }

        if (Highest.Count < PeerRule.Together || score > Highest[^1])
        {
            Highest = [.. Highest.Append(score).OrderDescending().Take(PeerRule.Together)];
        }
    }

    /// <exception cref="ArgumentException">The other was counted for another score.</exception>
    public void Merge(PeerTally other)
    {
        if (!other.Own.Equals(Own))
        {
            throw new ArgumentException($"Counted beside {other.Own}, not {Own}.", nameof(other));
        }

        Companies += other.Companies;
        Drawn += other.Drawn;
        Below += other.Below;
        Same += other.Same;
        Sum += other.Sum;
        Lowest = [.. Lowest.Concat(other.Lowest).Order().Take(PeerRule.Together)];
        Highest = [.. Highest.Concat(other.Highest).OrderDescending().Take(PeerRule.Together)];
        for (var band = 0; band < Bands; band++)
        {
            _inBand[band] += other._inBand[band];
        }
    }
}
