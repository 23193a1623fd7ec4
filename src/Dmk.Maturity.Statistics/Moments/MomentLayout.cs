namespace Dmk.Maturity.Statistics;

/// <summary>What a cell keeps of its respondents. All cells of a study under one index model have the same.</summary>
/// <param name="Variables">How many scores a respondent has.</param>
public sealed record MomentLayout(int Variables)
{
    /// <summary>More would take a table of products that nobody wants to keep in every cell.</summary>
    public const int MostCrossed = 30;

    /// <summary>The variables of which products are kept, each once, ascending: the dimensions of an index. They carry what-ifs, ratios and
    /// correlations. At most <see cref="MostCrossed"/>.</summary>
    public IReadOnlyList<int> Crossed { get; init; } = [];

    /// <summary>Per variable, ascending: the values of which is counted who reaches them, as levels. Empty for none.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Steps { get; init; } = [];

    /// <summary>Whether sums weighted by the persons employed are kept, too.</summary>
    public bool PerPerson { get; init; }

    /// <summary>The values of which is counted who reaches them.</summary>
    public IReadOnlyList<double> StepsOf(int variable) => Steps.Count == 0 ? [] : Steps[variable];

    /// <summary>What is kept of one variable, without products.</summary>
    public MomentLayout Alone(int variable) => new(1) { Steps = Steps.Count == 0 ? [] : [Steps[variable]], PerPerson = PerPerson };

    /// <exception cref="ArgumentException">Counts or places that do not fit together; the text names them.</exception>
    public MomentLayout Checked()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Variables);
        return Crossed.Count > MostCrossed
            || Crossed.Any(one => one < 0 || one >= Variables)
            || !IsAscending([.. Crossed.Select(one => (double)one)])
                ? throw new ArgumentException($"Products are kept of at most {MostCrossed} of the {Variables} variables, ascending.")
            : Steps.Count != 0 && Steps.Count != Variables
                ? throw new ArgumentException($"{Steps.Count} lists of steps for {Variables} variables.")
            : Steps.Any(steps => !IsAscending(steps)) ? throw new ArgumentException("The steps of a variable ascend.")
            : this;
    }

    public bool Equals(MomentLayout? other) =>
        ReferenceEquals(this, other)
        || (
            other is not null
            && Variables == other.Variables
            && PerPerson == other.PerPerson
            && Crossed.SequenceEqual(other.Crossed)
            && Enumerable.Range(0, Variables).All(variable => StepsOf(variable).SequenceEqual(other.StepsOf(variable)))
        );

    public override int GetHashCode() => HashCode.Combine(Variables, PerPerson, Crossed.Count, Steps.Count);

    private static bool IsAscending(IReadOnlyList<double> values) => values.Zip(values.Skip(1)).All(pair => pair.First < pair.Second);
}
