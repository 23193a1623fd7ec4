using System.Diagnostics;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Whether a text has the form that its question asks for, and how files and interfaces call these forms.</summary>
public static class TextForms
{
    private static readonly TextPattern _email = Known(@"[^@\s,;<>()""]{1,64}@[^@\s,;<>()"".]+(\.[^@\s,;<>()"".]+)+");
    private static readonly TextPattern _phone = Known(@"\+?[0-9() /.-]+");
    private static readonly TextPattern _postalCode = Known("[0-9]{5}");

    /// <summary>As the type of a question: <c>text</c>, <c>email</c>, <c>phone</c>, <c>postalCode</c>.</summary>
    public static string WordOf(TextFormat format) =>
        format switch
        {
            TextFormat.Plain => "text",
            TextFormat.Email => "email",
            TextFormat.Phone => "phone",
            TextFormat.PostalCode => "postalCode",
            _ => throw new UnreachableException(format.ToString()),
        };

    /// <summary>Characters of the text at most, whatever the author allows.</summary>
    internal static int Longest(TextFormat format) =>
        format switch
        {
            TextFormat.Email => 254,
            TextFormat.Phone => 40,
            TextFormat.PostalCode => 5,
            TextFormat.Plain => int.MaxValue,
            _ => throw new UnreachableException(format.ToString()),
        };

    internal static bool Has(TextFormat format, string text) =>
        format switch
        {
            TextFormat.Plain => true,
            TextFormat.Email => _email.IsMatch(text),
            TextFormat.Phone => _phone.IsMatch(text) && text.Count(char.IsAsciiDigit) is >= 5 and <= 20,
            TextFormat.PostalCode => _postalCode.IsMatch(text),
            _ => throw new UnreachableException(format.ToString()),
        };

    private static TextPattern Known(string source) => TextPattern.Read(source, out var mistake) ?? throw new UnreachableException(mistake);
}
