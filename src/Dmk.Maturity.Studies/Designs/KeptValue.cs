using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>An answer as it is kept beside a company's scores: a code, a number (a truth is 1 or 0), or missing for whatever
/// reason.</summary>
/// <param name="Code">Null where there is none.</param>
/// <param name="Number">NaN where there is none.</param>
public readonly record struct KeptValue(string? Code, double Number)
{
    public static KeptValue Missing { get; } = new(null, double.NaN);

    public bool IsMissing => Code is null && double.IsNaN(Number);

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
