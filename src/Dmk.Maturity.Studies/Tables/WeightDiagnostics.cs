namespace Dmk.Maturity.Studies;

/// <summary>What the weights of a study look like: for operators, as single companies may be recognised.</summary>
public sealed record WeightDiagnostics
{
    /// <summary>How many further weights than this nobody reads.</summary>
    private const int MostListed = 20;

    /// <summary>Companies that have answered.</summary>
    public required long Respondents { get; init; }

    /// <summary>1 + cv² of the weights: how much unequal weights enlarge a variance (Kish 1965, section 11.7).</summary>
    public required double KishDesignEffect { get; init; }

    /// <summary>The smallest and the largest weight: for how many companies of the population one stands.</summary>
    public required (double Smallest, double Largest) Weights { get; init; }

    /// <summary>The smallest and the largest factor of trimming and calibration on a weight; 1 and 1 without them.</summary>
    public required (double Smallest, double Largest) Factors { get; init; }

    /// <summary>Of every reporting variable that the frame knows, code by code: companies of the frame, and for how many those stand that
    /// have answered. Far apart where companies have moved, or have mistyped where they stand.</summary>
    public required IReadOnlyList<WeightedDomain> Domains { get; init; }

    /// <summary>The largest pulls, at most twenty.</summary>
    public required IReadOnlyList<LargeWeight> Largest { get; init; }

    /// <param name="node">Of the index model: whose figures are pulled.</param>
    internal static WeightDiagnostics Of(
        IReadOnlyList<WeightedRespondents> respondents,
        IReadOnlyList<FrameStratum> frame,
        StudyDesign design,
        int node
    )
    {
        var (count, sum, squares) = (0L, 0.0, 0.0);
        foreach (var cell in respondents)
        {
            count += cell.Respondents;
            sum += cell.Respondents * cell.Weight;
            squares += cell.Respondents * cell.Weight * cell.Weight;
        }

        return new()
        {
            Respondents = count,
            KishDesignEffect = count * squares / sum / sum,
            Weights = Ends(respondents.Select(cell => cell.Weight)),
            Factors = Ends(respondents.Select(cell => cell.Weight / cell.Before)),
            Domains = [.. design.Variables.Where(variable => variable.IsInFrame).SelectMany(variable => Of(variable, respondents, frame))],
            Largest = [.. Pulls(respondents, node).OrderByDescending(one => one.Pull).Take(MostListed)],
        };
    }

    private static IEnumerable<WeightedDomain> Of(
        ReportingVariable variable,
        IReadOnlyList<WeightedRespondents> respondents,
        IReadOnlyList<FrameStratum> frame
    )
    {
        var inFrame = frame.ToLookup(stratum => variable.CodeOf(stratum.Cell), stratum => stratum.Population);
        var answered = respondents.ToLookup(cell => variable.CodeOf(cell.Cell));
        return variable
            .PossibleCodes.Where(code => inFrame.Contains(code) || answered.Contains(code))
            .Select(code => new WeightedDomain(
                variable,
                code,
                inFrame[code].Sum(),
                answered[code].Sum(cell => cell.Respondents * cell.Weight),
                answered[code].Sum(cell => cell.Respondents)
            ));
    }

    private static IEnumerable<LargeWeight> Pulls(IReadOnlyList<WeightedRespondents> respondents, int node) =>
        from land in respondents.Where(cell => cell.Moments.Count(node) > 0).GroupBy(cell => cell.Cell.Land)
        let weight = land.Sum(cell => cell.Weight * cell.Moments.Count(node))
        let mean = land.Sum(cell => cell.Weight * cell.Moments.Sum(node)) / weight
        from cell in land
        select new LargeWeight(
            cell.Stratum,
            cell.Cell,
            cell.Respondents,
            cell.Weight,
            cell.Weight * Math.Abs(cell.Moments.Mean(node) - mean) / weight
        );

    private static (double Smallest, double Largest) Ends(IEnumerable<double> values)
    {
        var (smallest, largest) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
        {
            (smallest, largest) = (Math.Min(smallest, value), Math.Max(largest, value));
        }

        return (smallest, largest);
    }
}
