namespace Dmk.Maturity.Questionnaires;

/// <summary>What a change means for comparing answers given before it with answers given after it.</summary>
public enum SeriesVerdict
{
    /// <summary>Answers before and after mean the same.</summary>
    Comparable,

    /// <summary>They mean the same, but the same company may answer differently: other options, limits, reasons or another order are
    /// offered.</summary>
    Shifted,

    /// <summary>A break in the series: figures before and after must not be put together.</summary>
    Broken,
}
