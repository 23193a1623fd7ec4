namespace Dmk.Maturity.Statistics;

/// <summary>The logarithm that pulls in a heavy tail when winsorising does not suffice.</summary>
public enum LogTransform
{
    /// <summary>None: the column stays as it was.</summary>
    None,

    /// <summary>ln(x - min + (max - min) / 100): COINr's <c>log_CT</c>.</summary>
    Shifted,

    /// <summary>ln((max - 1) (x - min) / (max - min) + 1), of the Global Innovation Index. It turns the direction round for a maximum below
    /// 1; such a column stays as it was.</summary>
    GlobalInnovationIndex,
}
