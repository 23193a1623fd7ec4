namespace Dmk.Maturity.Studies;

/// <summary>Where a company stands: its Land, and a code of every further variable that its study keeps, in the study's order. Used for
/// design strata and for reporting cells, which differ when a company has moved or grown since the frame was drawn.</summary>
/// <remarks>The codes are kept as one text, parted by <see cref="Separator"/>: so a cell is stored in one column, compared and hashed at
/// the cost of two strings, whatever a study declares. Codes of reporting variables hold no separator; <see cref="StudyDesign"/> sees to
/// it.</remarks>
/// <param name="Land">The key of the partition that holds the company's answers, for a stratum.</param>
/// <param name="Codes">As in <c>manufacturing/S2</c>; empty where a study keeps nothing but the Land.</param>
public readonly record struct ReportingCell(string Land, string Codes)
{
    public const char Separator = '/';

    /// <summary>The code of a variable that the frame does not know and that the company has not answered.</summary>
    public const string NotStated = "notStated";

    /// <param name="codes">Of the variables after the Land, in the study's order.</param>
    public static ReportingCell Of(string land, params ReadOnlySpan<string> codes) => new(land, string.Join(Separator, codes));

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static ReportingCell Parse(string text)
    {
        var end = text.IndexOf(Separator, StringComparison.Ordinal);
        return end < 0 ? new(text, "") : new(text[..end], text[(end + 1)..]);
    }

    /// <param name="place">0 for the Land, from 1 for the codes after it.</param>
    public string this[int place] => place == 0 ? Land : Codes.Split(Separator)[place - 1];

    public ReportingCell With(int place, string code)
    {
        if (place == 0)
        {
            return this with { Land = code };
        }

        var codes = Codes.Split(Separator);
        codes[place - 1] = code;
        return Of(Land, codes);
    }

    /// <summary>As it is stored and sent: <c>BW/manufacturing/S2</c>.</summary>
    public override string ToString() => Codes.Length == 0 ? Land : $"{Land}{Separator}{Codes}";
}
