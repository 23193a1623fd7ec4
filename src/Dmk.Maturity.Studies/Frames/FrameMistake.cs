using System.Globalization;

namespace Dmk.Maturity.Studies;

/// <summary>What is wrong in a file with a frame, in words that say what to do.</summary>
/// <param name="Line">From 1, the line with the names of the columns; 0 where the whole file is meant.</param>
/// <param name="Column">Name of the column; empty where the whole line is meant.</param>
public sealed record FrameMistake(long Line, string Column, string Message)
{
    public override string ToString() =>
        Line == 0
            ? Message
            : string.Create(CultureInfo.InvariantCulture, $"row {Line}{(Column.Length == 0 ? "" : $", column {Column}")}: {Message}");
}
