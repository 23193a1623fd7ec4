using System.Text.RegularExpressions;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>Reads codes of the WZ as registers and spreadsheets write them, and what follows from them.</summary>
/// <param name="Tree">All levels of one edition.</param>
/// <param name="Sections">The sections of the same edition.</param>
internal sealed partial record WzColumn(Classification Tree, Classification Sections)
{
    /// <summary>The sector of a code; null where it has none.</summary>
    public string? SectorOf(string code) => Sectors.Of(code, Tree, Sections);

    /// <summary>The code as the classification writes it.</summary>
    /// <param name="mistake">What to do, where there is none.</param>
    public string? Read(string written, out string? mistake)
    {
        mistake = null;
        if (Tree.Find(written) is { } exact)
        {
            return exact.Code;
        }

        if (DroppedZero(written) is { } meant)
        {
            mistake =
                $"'{written}' has lost its leading zero, as spreadsheets do; it may mean {meant}. Format the column as text and export "
                + "it again.";
            return null;
        }

        if (AllDigits().IsMatch(written) && Tree.Find(Pointed(written)) is { } pointed)
        {
            return pointed.Code;
        }

        mistake = $"'{written}' is no code of {Tree.Title.En}. Look it up with 'classification search {Tree.Id} TEXT'.";
        return null;
    }

    private string? DroppedZero(string written) =>
        OneDigit().IsMatch(written) ? Tree.Find($"0{written}")?.Code
        : AllDigits().IsMatch(written) && written.Length is 1 or 4 ? Tree.Find(Pointed("0" + written))?.Code
        : null;

    /// <summary>62010 is 62.01.0 and 6201 is 62.01.</summary>
    private static string Pointed(string digits) =>
        digits.Length switch
        {
            <= 2 => digits,
            <= 4 => $"{digits[..2]}.{digits[2..]}",
            _ => $"{digits[..2]}.{digits[2..4]}.{digits[4..]}",
        };

    [GeneratedRegex(@"^\d\.\d")]
    private static partial Regex OneDigit();

    [GeneratedRegex(@"^\d{1,5}$")]
    private static partial Regex AllDigits();
}
