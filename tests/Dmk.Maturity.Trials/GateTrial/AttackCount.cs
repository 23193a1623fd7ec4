namespace Dmk.Maturity.Trials;

/// <summary>What came of an attack.</summary>
/// <param name="number">As in the list of attacks.</param>
/// <param name="name">In a few words.</param>
internal sealed class AttackCount(string number, string name)
{
    /// <summary>Points, of a scale of 100: a value known as closely as this is known.</summary>
    public const double Near = 0.5;

    /// <summary>Points, of a scale of 100, to either side: what the attacker claims at all.</summary>
    public const double Rough = 5;

    private readonly HashSet<string> _companies = [];

    public string Number { get; } = number;

    public string Name { get; } = name;

    /// <summary>Targets that were tried.</summary>
    public long Attempts { get; set; }

    /// <summary>Values that the attacker is sure of to 5 points either way.</summary>
    public long Results { get; set; }

    /// <summary>Of the results those within half a point of the truth.</summary>
    public long Exact { get; private set; }

    /// <summary>Of the results those within 5 points of the truth.</summary>
    public long Close { get; private set; }

    /// <summary>Best guesses besides: computed, but the range of what is possible is wider than 5 points either way.</summary>
    public long Guesses { get; private set; }

    /// <summary>Of the guesses those within 5 points of the truth, by luck or not.</summary>
    public long GuessesClose { get; private set; }

    /// <summary>Of the results those whose range holds the truth, give or take half a point.</summary>
    public long Right { get; private set; }

    /// <summary>Companies of which a right result tells.</summary>
    public int Companies => _companies.Count;

    /// <summary>What else is to be said, in a sentence.</summary>
    public string Remark { get; set; } = "";

    /// <summary>Weighs one value against those whom it may be about.</summary>
    /// <param name="range">What the attacker has computed, in points of the scale.</param>
    /// <param name="scale">Of the model.</param>
    /// <param name="about">The companies that it may be about, with their true value.</param>
    public void Weigh(Between range, (double From, double To) scale, IEnumerable<(string Company, double Value)> about)
    {
        var width = (scale.To - scale.From) / 100;
        var middle = range.Middle;
        range = range.Within(scale.From - width, scale.To + width);
        var sure = range.Half <= Rough * width;
        if (!sure && !double.IsFinite(middle))
        {
            return;
        }

        var value = sure ? range.Middle : Math.Clamp(middle, scale.From, scale.To);
        var (company, off) = about
            .Select(one => (one.Company, Off: Math.Abs(one.Value - value) / width))
            .DefaultIfEmpty((Company: "", Off: double.PositiveInfinity))
            .MinBy(one => one.Off);
        if (!sure)
        {
            Guesses++;
            GuessesClose += off <= Rough ? 1 : 0;
            return;
        }

        Results++;
        Exact += off <= Near ? 1 : 0;
        Close += off <= Rough ? 1 : 0;
        if (off <= Math.Max(Near, range.Half / width))
        {
            Right++;
            _ = _companies.Add(company);
        }
    }

    /// <summary>A result that is right, about companies.</summary>
    public void Found(IEnumerable<string> companies)
    {
        Results++;
        Exact++;
        Close++;
        Right++;
        _companies.UnionWith(companies);
    }

    public AttackFigures Figures => new(Attempts, Results, Exact, Close, Companies, Guesses, GuessesClose) { Right = Right };
}

/// <summary>The numbers of an attack, as they are kept.</summary>
internal sealed record AttackFigures(long Attempts, long Results, long Exact, long Close, long Companies, long Guesses, long GuessesClose)
{
    /// <summary>Null in figures that were kept before it was counted: numbers were printed in full then, and a result was right or not to
    /// half a point.</summary>
    public long? Right { get; init; }

    public long Successes => Right ?? Exact;
}
