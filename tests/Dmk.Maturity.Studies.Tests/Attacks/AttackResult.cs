using Dmk.Maturity.Trials;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>What came of an attack.</summary>
internal sealed class AttackResult
{
    /// <summary>Points to either side: what an attacker claims to know at all.</summary>
    private const double Rough = 5;

    private const double Near = 0.5;

    /// <summary>Targets that were tried.</summary>
    public int Attempts { get; set; }

    /// <summary>Values that the attacker is sure of.</summary>
    public int Results { get; set; }

    /// <summary>Of these the true ones.</summary>
    public int Right { get; set; }

    /// <param name="range">What the attacker has worked out.</param>
    /// <param name="truth">Of those whom it may be about.</param>
    public void Weigh(Between range, IEnumerable<double> truth)
    {
        range = range.Within(-1, 101);
        if (range.Half <= Rough)
        {
            Results++;
            Right += truth.Any(value => value >= range.Low - Near && value <= range.High + Near) ? 1 : 0;
        }
    }

    public override string ToString() => $"{Attempts} attempts, {Results} results, {Right} right";
}
