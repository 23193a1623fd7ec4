using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>An answer as it is kept beside a company's scores: a code, a number (a truth is 1 or 0), or missing for whatever
/// reason.</summary>
/// <param name="Code">Null where there is none.</param>
/// <param name="Number">NaN where there is none.</param>
public readonly record struct KeptValue(string? Code, double Number)
{
    public static KeptValue Missing { get; } = new(null, double.NaN);

    public bool IsMissing => Code is null && double.IsNaN(Number);

    /// <summary>As the persons that a company employs: 0 to <see cref="CellMoments.MostPersons"/>, all else is missing.</summary>
    public double Persons => PersonsOf(Number);

    internal static double PersonsOf(double number) => number is >= 0 and <= CellMoments.MostPersons ? number : double.NaN;

    public static KeptValue Of(double number) => new(null, number);

    public static KeptValue Of(Answer answer) =>
        answer switch
        {
            Answer.Coded coded => new(coded.Code, double.NaN),
            Answer.Number number => Of((double)number.Value),
            Answer.CodedSet or Answer.Words or Answer.Day or Answer.Period or Answer.Items or Answer.Missing => Missing,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
