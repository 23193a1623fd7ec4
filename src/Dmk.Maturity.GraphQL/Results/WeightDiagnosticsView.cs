using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("WeightDiagnostics"), Description("What the weights of a study look like.")]
internal sealed class WeightDiagnosticsView(Result.Weights result, CodeNames names)
{
    private readonly WeightDiagnostics _weights = result.Diagnostics;

    [Description("Companies that have answered.")]
    public int Respondents => checked((int)_weights.Respondents);

    [Description("1 + cv² of the weights: how much unequal weights enlarge a variance (Kish 1965).")]
    public double KishDesignEffect => _weights.KishDesignEffect;

    [Description("For how many companies of the population one stands, at least.")]
    public double SmallestWeight => _weights.Weights.Smallest;

    [Description("For how many companies of the population one stands, at most.")]
    public double LargestWeight => _weights.Weights.Largest;

    [Description("The smallest factor of trimming and calibration on a weight; 1 without them.")]
    public double SmallestFactor => _weights.Factors.Smallest;

    [Description("The largest factor of trimming and calibration on a weight; 1 without them.")]
    public double LargestFactor => _weights.Factors.Largest;

    [
        Description("Companies of the frame, and for how many those stand that have answered, by every variable that the frame knows."),
        ListSize(60)
    ]
    public IEnumerable<WeightedDomainView> Domains => _weights.Domains.Select(domain => new WeightedDomainView(domain, names));

    [Description("The respondents whose weights move figures most, by weight x distance."), ListSize(20)]
    public IEnumerable<LargeWeightView> Largest =>
        _weights.Largest.Select(one => new LargeWeightView(one, result.Study.Design.Variables, names));
}
