namespace Dmk.Maturity.Statistics;

/// <summary>How the weights of a composite are drawn when it is asked how much they matter; anew among the children of every
/// node.</summary>
public abstract record WeightDraw
{
    private WeightDraw() { }

    /// <summary>The declared weights in every draw.</summary>
    public sealed record Declared : WeightDraw;

    /// <summary>Each declared weight times a uniform factor from 1 - spread to 1 + spread.</summary>
    /// <param name="Spread">Above 0, below 1.</param>
    public sealed record Uniform(double Spread) : WeightDraw;

    /// <summary>From a Dirichlet distribution whose mean are the declared weights.</summary>
    /// <param name="Concentration">Above 0; the higher, the nearer to the declared weights. With as many as there are children and equal
    /// weights every combination is as likely.</param>
    public sealed record Dirichlet(double Concentration) : WeightDraw;
}
